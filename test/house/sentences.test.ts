import { describe, expect, it } from 'vitest'
import { PERMISSIONS, ROLE_NAMES } from '../../shared/permissions.ts'
import { sourceFiles, textOf } from './project-files.ts'
import { isPhrase, isSentence, textsOf, type CodeText } from './strings-of.ts'

const AUDITED = 'the audit list keeps it as it was said then'

const UNBOUND = 'why a call carries no command id, for who changes the program'

/** Texts that stand in code, by file or folder, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'electron/billing/records/record-tables.ts': 'what erasing writes into rows: made again, it must come out the same',
  'electron/calls/application.ts': AUDITED,
  'electron/calls/areas/outbox.ts': AUDITED,
  'electron/calls/areas/own-session.ts': AUDITED,
  'electron/calls/areas/session.ts': AUDITED,
  'electron/calls/areas/start.ts': AUDITED,
  'electron/calls/outbox/again.ts': AUDITED,
  'electron/calls/outbox/posting.ts': AUDITED,
  'electron/people/password-resets-store.ts': AUDITED,
  'electron/people/sign-in.ts': AUDITED,
  'electron/reconcile/files/bytes/made-table.ts': 'names of columns as a reader makes them',
  'electron/reconcile/files/bytes/wise.ts': 'names of columns as the bank writes them',
  'electron/reconcile/files/cells/own-currency.ts': 'names of a currency as banks write them',
  'electron/reconcile/files/columns/presets.ts': 'names of columns as the processor writes them',
  'electron/reports/packages/school-json-text.ts': 'names and signs of a JSON document',
  'electron/school/bringing-over/meanings.ts': 'names of columns as people write them',
  'electron/school/demonstration/': 'a school with its people, and what these wrote',
  'electron/settings/data-folder.ts': 'a folder of the system',
  'electron/storage/sqlite/file-header.ts': 'the first bytes of a file of SQLite',
  'electron/storage/sqlite/insert-rows.ts': 'SQL',
  'electron/verification/derived-tables.ts': 'why a table stands outside the log, for who changes the program',
  'renderer/settings/bring-over/template.tsx': 'names of columns as the reader of the file knows them',
  'shared/contract/backups.ts': UNBOUND,
  'shared/contract/place.ts': UNBOUND,
  'shared/contract/trouble.ts': UNBOUND,
  'shared/folded-text.ts': 'letters, and as which they are searched',
}

/** A broken invariant is for who mends the program; `unbound` says to them why a call carries no command id. */
const FOR_DEVELOPERS = /new (?:Type|Range)?Error\((?:\w+ \?\?)?$|\binsistEqual\($|\bunbound:$|\bsql(?:<\w+>)?$/

/** What is a name in the contract, and is said by words of its own. */
const NAMES: ReadonlySet<string> = new Set([...PERMISSIONS, ...Object.values(ROLE_NAMES)])

/** An action declares what it says beside what it does; the catalogue is made of that. */
const WORDS_OF_ACTION = /^ {2}words: \{\n[\s\S]*?^ {2}\},$/m

function codeOf(path: string): string {
  const text = textOf(path)
  return path.startsWith('electron/billing/actions/') ? text.replace(WORDS_OF_ACTION, '') : text
}

/** The rooms and files whose small words are the database's. */
function speaksSql(path: string): boolean {
  return path.startsWith('electron/storage/')
}

function isSaid(each: CodeText, path: string): boolean {
  if (FOR_DEVELOPERS.test(each.before)) return false
  return isSentence(each.text) || (isPhrase(each) && !speaksSql(path) && !NAMES.has(each.text))
}

describe('sentences that people read', () => {
  it('stand in shared/words, not in code', () => {
    const found = sourceFiles
      .filter((path) => /^(electron|renderer|shared)\/.*\.tsx?$/.test(path) && !path.startsWith('shared/words/en'))
      .flatMap((path) =>
        textsOf(codeOf(path))
          .filter((each) => isSaid(each, path))
          .map(({ text }) => ({ path, text })),
      )
    const excepted = Object.keys(EXCEPTIONS)
    expect(found.filter(({ path }) => !excepted.some((place) => path.startsWith(place)))).toEqual([])
    expect(excepted.filter((place) => !found.some(({ path }) => path.startsWith(place)))).toEqual([])
  })

  it('are found where they are written as text, with something filled in, or between tags', () => {
    const code = [
      `const one = 'Nothing was written.' // Not this one.`,
      'const two = `The column ${name} is missing.`',
      '<Text size="sm">Look at the new list</Text>',
      "throw new Error('The books are closed')",
      "const key = say('area.nothing_was_written')",
      "/* 'Nor was this one.' */",
      "throw new InvalidArgumentError('Write a name of 1 to 100 characters.')",
      "program.description('how files of payments are read')",
      'return { problem: `"${text}" is not a date` }',
      "const label = 'Amount owed'",
      "db.selectFrom('accounts as a').select('e.date as day')",
      "const access = ['Take Payments', 'Manage Users']",
    ].join('\n')
    const sentences = textsOf(code).filter((each) => isSaid(each, 'electron/a.ts'))
    expect(sentences.map(({ text }) => text)).toEqual([
      'Nothing was written.',
      'The column {} is missing.',
      'Look at the new list',
      'Write a name of 1 to 100 characters.',
      'how files of payments are read',
      '"{}" is not a date',
      'Amount owed',
    ])
  })
})
