import { describe, expect, it } from 'vitest'
import { defused, undefused } from '../../shared/defused-text.ts'
import { textFault } from '../../shared/storable-text.ts'

describe('a text can be kept unless', () => {
  it.each([
    ['it is half of a sign', 'a\ud800b', 'broken'],
    ['its halves stand the wrong way round', '\udc00\ud800', 'broken'],
    ['it holds a NUL', 'a\u0000b', 'control'],
    ['it holds another control sign', 'a\u001bb', 'control'],
    ['it holds a control sign of the second block', 'a\u0085b', 'control'],
    ['it is a zero-width space', '\u200b', 'invisible'],
    ['it is signs that fill nothing', '\u3164\u2800 \u2060', 'invisible'],
    ['it is an override of direction alone', '\u202e', 'invisible'],
  ])('%s', (_, text, fault) => expect(textFault(text)).toBe(fault))

  it.each(['', '   ', 'Line\r\nline\ttab', 'Zoë 李 🛩️', 'مرحبا', '\u202eabc\u202c', 'e\u0301', '\ufeffx'])(
    '%j is kept',
    (text) => expect(textFault(text)).toBeUndefined(),
  )
})

describe('a cell never starts a formula', () => {
  it.each(['=1+1', '+1', '-1', '@a', '\t=1', '＝1+1', '＋1', '\u200b=1', '\ufeff=1', ' =1', "'=1", '\u00ad＠a'])(
    '%j',
    (text) => {
      expect(defused(text)).toBe(`'${text}`)
      expect(undefused(defused(text))).toBe(text)
    },
  )
  it.each(['C172', 'a=b', '1-2', '', "O'Hara"])('%j stays as it is', (text) => expect(defused(text)).toBe(text))
})
