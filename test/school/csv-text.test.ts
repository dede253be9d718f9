import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defused, readCsv, undefused, type Records } from '../../electron/school/csv/csv-text.ts'

describe('an exported cell never starts a formula', () => {
  it.each(['=A1', '+1', '-1', '@x', '\tx', '\rx', "'=A1"])('%j is defused, and comes back as it was', (cell) => {
    expect(defused(cell)).toBe(`'${cell}`)
    expect(undefused(defused(cell))).toBe(cell)
  })

  it('leaves every other cell as it is, and always comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        expect(undefused(defused(cell))).toBe(cell)
        expect(defused(cell)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})

describe('RFC 4180', () => {
  const read = (text: string) => readCsv(new TextEncoder().encode(text))

  it('reads quotes, commas and line breaks inside fields, with and without a byte-order mark', () => {
    expect([...(read('\ufeffa,b\r\n"x, ""y""","1\n2"\r\n') as Records)]).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\n2'],
    ])
  })

  it('takes the end of the first line for that of all: another one stands in a field', () => {
    expect([...(read('a,b\r\n1,two\nlines\r\n') as Records)]).toEqual([
      ['a', 'b'],
      ['1', 'two\nlines'],
    ])
  })

  it('names the row of a quotation mark out of place', () => {
    expect(read('a,b\n1,2\n3,x"y"\n')).toMatchObject({ row: 3 })
    expect(read('a,b\n1,"2\n')).toMatchObject({ row: 2 })
  })
})
