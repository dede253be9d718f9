import type { Failure } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { insistOnLedger, keepHead } from '../ledger/head-file.ts'
import { holdsSchool, openDatabase } from '../storage/open-database.ts'
import { asFolderProblem, StorageProblem } from '../storage/problem.ts'
import { EXIT, printFailure, type ExitStatus, type SchoolCommand, type Terminal } from './terminal.ts'

/**
 * Runs a command on the open school of a data folder.
 * @param makes whether it makes a school where there is none yet
 */
export async function onSchool(terminal: Terminal, command: SchoolCommand, makes: boolean): Promise<number> {
  return orFailure(terminal, async () => {
    await insistOnLedger(terminal.dataFolder, null)
    // What only reads makes nothing, least of all a folder with an empty school in it.
    if (!makes && !holdsSchool(terminal.dataFolder)) return noSchool(terminal)
    const database = await openDatabase(terminal.dataFolder, { making: makes })
    try {
      await database.read((db) => insistOnLedger(terminal.dataFolder, db))
      const status = await command(terminal, database)
      await database.read((db) => keepHead(terminal.dataFolder, db))
      return status
    } finally {
      await database.close()
    }
  })
}

/** Says that a data folder holds no school. */
export function noSchool(terminal: Terminal): ExitStatus {
  return printFailure(terminal, {
    code: 'not_found',
    message: say('trouble.no_school', { folder: terminal.dataFolder }),
    remedy: say('trouble.no_school_remedy'),
  })
}

/** An error of the program: what broke in one sentence, no stack trace. */
export function unexpected(error: unknown): Failure {
  const problem = asFolderProblem(error, '')
  if (problem instanceof StorageProblem) return problem.failure
  const reason = error instanceof Error ? error.message : String(error)
  return {
    code: 'internal',
    message: say('at_terminal.internal', { reason }),
    remedy: say('at_terminal.internal_remedy'),
  }
}

/**
 * Whoever reads the output may stop reading (`| head`): then there is nothing left to say. What cannot be written for
 * another reason (into a file on a full disk) is said. Messages that nobody reads end no work.
 */
export function endQuietlyWithTheReader(): void {
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    process.stderr.write(`${say('at_terminal.output_not_written', { reason: error.message })}\n`)
    process.exit(EXIT.refused)
  })
}

/** What is wrong with the data file reaches the person as a sentence. */
export async function orFailure(terminal: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const problem = asFolderProblem(error, terminal.dataFolder)
    if (problem instanceof StorageProblem) return printFailure(terminal, problem.failure)
    throw error
  }
}
