import { describe, expect, it } from 'vitest'
import { sourceFiles, textOf } from './project-files.ts'
import { isSentence, textsOf } from './strings-of.ts'

/** Texts that stand in code, by file, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'electron/billing/records/record-tables.ts': 'what erasing writes into rows: made again, it must come out the same',
  'electron/reconcile/files/bytes/wise.ts': 'names of columns as the bank writes them',
  'electron/reconcile/files/columns/presets.ts': 'names of columns as the processor writes them',
  'electron/storage/sqlite/file-header.ts': 'the first bytes of a file of SQLite',
  'electron/storage/sqlite/insert-rows.ts': 'SQL',
  'shared/contract/trouble.ts': 'why a call carries no command id, for who changes the program',
}

/** A broken invariant is for who mends the program; `unbound` says to them why a call carries no command id. */
const FOR_DEVELOPERS = /new \w*Error\($|\bunbound:$|const [A-Z]+ =$/

describe('sentences that people read', () => {
  it('stand in shared/words, not in code', () => {
    const found = sourceFiles
      .filter((path) => /^(electron|renderer|shared)\/.*\.tsx?$/.test(path) && !path.startsWith('shared/words/en'))
      .flatMap((path) =>
        textsOf(textOf(path))
          .filter(({ text, before }) => isSentence(text) && !FOR_DEVELOPERS.test(before))
          .map(({ text }) => ({ path, text })),
      )
    const inExceptions = new Set(found.map(({ path }) => path))
    expect(found.filter(({ path }) => !Object.hasOwn(EXCEPTIONS, path))).toEqual([])
    expect(Object.keys(EXCEPTIONS).filter((path) => !inExceptions.has(path))).toEqual([])
  })

  it('are found where they are written as text, with something filled in, or between tags', () => {
    const code = [
      `const one = 'Nothing was written.' // Not this one.`,
      'const two = `The column ${name} is missing.`',
      '<Text size="sm">Look at the new list</Text>',
      "throw new Error('The books are closed')",
      "const key = say('area.nothing_was_written')",
      "/* 'Nor was this one.' */",
    ].join('\n')
    const sentences = textsOf(code).filter(({ text, before }) => isSentence(text) && !FOR_DEVELOPERS.test(before))
    expect(sentences.map(({ text }) => text)).toEqual([
      'Nothing was written.',
      'The column {} is missing.',
      'Look at the new list',
    ])
  })
})
