import { afterEach, describe, expect, it, vi } from 'vitest'
import { runCommandLine } from '../../electron/terminal/command-line.ts'
import { EXIT } from '../../electron/terminal/terminal.ts'
import { temporaryFolder } from '../temporary-school.ts'

const BAD = {
  'a control sign': 'a\u001bb',
  'a control sign of the second block': 'a\u0085b',
  'nothing to see': '\u200b\u2060',
  'half a sign': 'a\ud800',
  'more than any path has': 'x'.repeat(4_097),
} as const

/** Where words are typed that are kept, looked for, or name a file. */
const DOORS: readonly ((word: string) => string[])[] = [
  (word) => ['import', word],
  (word) => ['balances', '--customer', word],
  (word) => ['history', word],
  (word) => ['statement', word, '--out', '/tmp/x'],
  (word) => ['statement', 'all', '--out', word],
  (word) => ['export', 'csv', word],
  (word) => ['export', 'customer', word, '/tmp/x'],
  (word) => ['export', 'hledger', word],
  (word) => ['backup', word],
  (word) => ['restore', word],
  (word) => ['payments', word],
  (word) => ['payments', 'x.csv', '--take', word],
  (word) => ['reset-password', word],
  (word) => ['serve', '--port', word],
]

async function said(words: readonly string[]) {
  let text = ''
  const keep = (part: unknown) => {
    text += String(part)
    return true
  }
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  const status = await runCommandLine(['--data', temporaryFolder(), ...words], async () => EXIT.done)
  return { status, text }
}

afterEach(() => vi.restoreAllMocks())

describe.each(Object.entries(BAD))('%s on the command line', (_, word) => {
  it('is refused with its place, whatever the command', async () => {
    for (const door of DOORS) {
      const words = door(word)
      const { status, text } = await said(words)
      expect({ words: words[0], status }).toEqual({ words: words[0], status: EXIT.wrongUsage })
      expect(text).toContain(`Word ${words.indexOf(word) + 3} of the command: `)
    }
  })
})

it.each(['', '  ', 'x'.repeat(101)])('a source cannot be called %j', async (name) => {
  const { status, text } = await said(['payments', 'x.csv', '--take', name])
  expect(status).toBe(EXIT.wrongUsage)
  expect(text).toContain('Write a name of 1 to 100 characters.')
})
