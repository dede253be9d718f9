import { say } from '../../../shared/words/say.ts'
import type { SchoolTerms } from '../../billing/school-store.ts'
import { cellText, type ColumnKind } from '../../documents/spreadsheet.ts'
import { textTable } from '../../documents/text-table.ts'
import type { PersonSection } from './section.ts'

/** What is written about whom. */
interface About {
  readonly number: string
  readonly name: string
  readonly sections: readonly PersonSection[]
  readonly school: SchoolTerms
  readonly now: Date
}

/** Wider tables are written row by row, a field a line. */
const WIDEST = 120
const AS_NUMBERS: readonly ColumnKind[] = ['money', 'quantity', 'percent', 'count']

/** As JSON: each section an array of objects; money, quantities and percents as decimal text, so that nothing is rounded. */
export function personJson({ number, name, sections, school, now }: About): string {
  const data = sections.map(({ key, keys, table }) => [
    key,
    table.rows.map((row) =>
      Object.fromEntries(
        row.map((value, place) => {
          const kind = table.columns[place]?.kind ?? 'text'
          return [keys[place], value === null || kind === 'count' ? value : cellText(value, kind, school.minorDigits)]
        }),
      ),
    ),
  ])
  const head = { school: school.name, currency: school.currency, customer: number, name, madeAt: now.toISOString() }
  return `${JSON.stringify({ ...head, ...Object.fromEntries(data) }, null, 1)}\n`
}

/** As a text that a person reads. */
export function personText({ number, name, sections, school, now }: About): string {
  const title = say('person.title', { school: school.name, name, number })
  const made = say('person.made', { when: now.toISOString(), currency: school.currency })
  const parts = sections.map(
    (section) => `${underlined(section.table.name, '-')}\n\n${sectionText(section, school.minorDigits)}`,
  )
  return `${[underlined(title, '='), made, say('person.left_out'), ...parts].join('\n\n\n')}\n`
}

function sectionText({ table: { columns, rows } }: PersonSection, minorDigits: number): string {
  if (rows.length === 0) return say('person.nothing')
  const titles = columns.map(({ title }) => title)
  const cells = rows.map((row) =>
    row.map((value, place) => (value === null ? '' : cellText(value, columns[place]?.kind ?? 'text', minorDigits))),
  )
  const right = columns.flatMap(({ kind }, place) => (AS_NUMBERS.includes(kind) ? [place] : []))
  const table = textTable(titles, cells, right)
  const lines = table.split('\n')
  if (lines.length === rows.length + 2 && lines.every((line) => line.length <= WIDEST)) return table
  return cells
    .map((row) =>
      row.flatMap((cell, place) => (cell === '' ? [] : [`${titles[place] ?? ''}: ${indented(cell)}`])).join('\n'),
    )
    .join('\n\n')
}

function underlined(title: string, sign: string): string {
  return `${title}\n${sign.repeat(title.length)}`
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ')
}
