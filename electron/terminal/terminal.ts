import type { ImportError } from '../../shared/contract/school.ts'
import type { Failure } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import type { Database } from '../storage/database.ts'

/** Exit status of the command line. Source: school-format.md. */
export const EXIT = { done: 0, refused: 1, wrongUsage: 2 } as const
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/** What a command works with: one document or text on `out`, messages and progress on `err`. */
export interface Terminal {
  readonly dataFolder: string
  readonly json: boolean
  readonly out: (text: string) => void
  /** done once whoever reads `out` has taken most of it: what is long is handed over in parts, and not held until then */
  readonly taken?: () => Promise<void>
  readonly err: (text: string) => void
  /** whether `err` is a screen, on which a line can be written over; otherwise it is a log */
  readonly screen?: boolean
  readonly now: () => Date
}

/** A command on an open school. */
export type SchoolCommand = (terminal: Terminal, database: Database) => Promise<ExitStatus>

/** Prints the one document of a command: JSON where asked, else the text for a person. */
export function print(terminal: Terminal, document: unknown, text: string): void {
  terminal.out(terminal.json ? `${JSON.stringify(document, null, 1)}\n` : `${text}\n`)
}

/** Prints refusals, each with its file and row where it has them. */
export function printErrors(terminal: Terminal, errors: readonly ImportError[]): ExitStatus {
  const text = errors.map(({ file, row, message }) => placed(file, row, message)).join('\n')
  if (terminal.json) print(terminal, { errors }, '')
  else terminal.err(`${text}\n`)
  return EXIT.refused
}

export function printFailure(terminal: Terminal, failure: Failure): ExitStatus {
  const message = failure.remedy ? `${failure.message} ${failure.remedy}` : failure.message
  return printErrors(terminal, [{ file: '', row: null, message }])
}

function placed(file: string, row: number | null, message: string): string {
  if (file === '') return message
  return row === null
    ? say('command_line.file_of', { file, message })
    : say('command_line.file_row', { file, row, message })
}
