import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RandomSchool } from './random-school.ts'

/** JSON as `--json` prints it. */
export function printedJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}

export function writeSchool(files: Record<string, string>, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

/** The folder `school`, and beside it what it must give: school.balances.json, .history.json, .as-of-DATE.json, .errors.json. */
export function writeSchoolAndExpected(school: RandomSchool, folder: string): void {
  writeSchool(school.files, join(folder, 'school'))
  const beside = (name: string, value: unknown) =>
    writeFileSync(join(folder, `school.${name}.json`), printedJson(value))
  beside('balances', school.expected.balances)
  beside('history', school.expected.history)
  for (const { date, balances } of school.expected.asOf) beside(`as-of-${date}`, balances)
  beside('errors', school.errors)
}
