import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { resolve } from 'node:path'
import { parseBusinessDate, type BusinessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import { exportHledger, HLEDGER_FIRST_LINE } from '../school/journal/export-hledger.ts'
import { exportJournalCsv, JOURNAL_FIRST_LINE } from '../school/journal/export-journal-csv.ts'
import { defaultDataFolder } from '../settings/data-folder.ts'
import { askedFor, type AskedFor } from './asked-for.ts'
import { backup, rebuild, restoreFrom } from './backup-commands.ts'
import { bench } from './bench-command.ts'
import { exportLedger, exportToFolder } from './export-commands.ts'
import { endQuietlyWithTheReader, onSchool, orFailure, unexpected } from './on-school.ts'
import { payments } from './payments-command.ts'
import { describePayments } from './payments-options.ts'
import { balances, history, verify } from './read-commands.ts'
import { resetPassword } from './reset-password-command.ts'
import { statement } from './statement-command.ts'
import { takePayments } from './take-payments.ts'
import { EXIT, printFailure, type SchoolCommand, type Terminal } from './terminal.ts'
import { demonstration, importFolder } from './write-commands.ts'

/** The browser host, as the entry hands it in. */
export type Serve = (
  options: Omit<Terminal, 'now'> & { readonly port: number; readonly open: boolean },
) => Promise<number>

/** Runs a command on the school of the data folder. @param makes whether there need not be one yet */
type Run = (command: SchoolCommand, makes?: boolean) => Promise<void>

/** What somebody started the program for. */
export function readWords(words: readonly string[]): AskedFor {
  const program = new Command()
  describe(program, async () => undefined)
  const names = [...program.commands.map((command) => command.name()), ...OTHER_COMMANDS, 'help']
  return askedFor(words, names)
}

/** Those that are described where they run. */
const OTHER_COMMANDS = ['restore', 'bench', 'payments', 'serve', 'reset-password']

/** Runs one command line; answers the exit status. Never throws for what a person can cause. */
export async function runCommandLine(words: readonly string[], serve: Serve): Promise<number> {
  let status: number = EXIT.done
  const program = new Command('blocktime')
  endQuietlyWithTheReader()
  const run: Run = async (command, makes = false) => {
    status = await onSchool(terminalOf(program), command, makes)
  }
  describe(program, run)
  program
    .command('restore <file>')
    .description('put a backup in the place of the data, which is kept aside')
    .action(async (file: string) => {
      const terminal = terminalOf(program)
      status = await orFailure(terminal, () => restoreFrom(terminal, resolve(file)))
    })
  program
    .command('bench')
    .description('the performance figures, on a school made for it')
    .option('--enrollments <number>', 'customer packages', countOption, 20_000)
    .option('--entries <number>', 'entries of one long history', countOption, 10_000)
    .action(async (size: { enrollments: number; entries: number }) => {
      status = await bench(terminalOf(program), size)
    })
  describePayments(program, {
    read: async (options) => {
      const terminal = terminalOf(program)
      status = await orFailure(terminal, () => payments(terminal, options))
    },
    take: (options, source) => run(takePayments(options, source)),
  })
  program
    .command('reset-password <username>')
    .description(say('at_terminal.reset_password'))
    .action((username: string) => run(resetPassword(username)))
  serveCommand(program, async (options) => (status = await serve(options)))
  try {
    await program.parseAsync([...words], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage
    return printFailure(terminalOf(program), unexpected(error))
  }
}

function describe(program: Command, run: Run): void {
  program
    .description('Prepaid flight-school packages whose balances are always right, and can prove it.')
    .version('0.1.0')
    .option('--data <folder>', 'the data folder', folderOption, defaultDataFolder())
    .option('--json', 'print one JSON document on standard output')
    .showHelpAfterError()
    .exitOverride()
  program
    .command('import <folder>')
    .description('bring in a school as a folder of CSV files: all or nothing')
    .action((folder: string) => run(importFolder(resolve(folder)), true))
  program
    .command('balances')
    .description('what is left, paid and owed')
    .option('--as-of <date>', 'at the end of that business date', dateOption)
    .option('--customer <number>', 'of one customer')
    .action((options: { asOf?: BusinessDate; customer?: string }) =>
      run(balances({ asOf: options.asOf ?? null, customer: options.customer ?? null })),
    )
  program
    .command('history [ref]')
    .description('every action, of one customer package or of all')
    .action((ref: string | undefined) => run(history(ref ?? null)))
  program
    .command('verify')
    .description('recompute every balance and the hash chain from the ledger')
    .action(() => run(verify()))
  program
    .command('rebuild')
    .description('make the rows that follow from the ledger anew, after a backup')
    .action(() => run(rebuild()))
  program
    .command('statement <about>')
    .description('PDF balance statements of a customer package, of a customer, or of all')
    .requiredOption('--out <folder>', 'the folder for the PDFs')
    .option('--as-of <date>', 'at the end of that business date', dateOption)
    .action((about: string, options: { out: string; asOf?: BusinessDate }) =>
      run(statement({ about, folder: resolve(options.out), asOf: options.asOf ?? null })),
    )
  describeExport(program, run)
  program
    .command('backup <file>')
    .description('a consistent copy while in use, verified, with a manifest')
    .action((file: string) => run(backup(resolve(file))))
  program
    .command('demo')
    .description('fill an empty data folder with the demonstration school')
    .action(() => run(demonstration(), true))
}

function describeExport(program: Command, run: Run): void {
  const exported = program.command('export').description('take the school or its ledger out')
  exported
    .command('csv <folder>')
    .description('the whole school as a folder that imports again')
    .action((folder: string) => run(exportToFolder(resolve(folder))))
  exported
    .command('hledger <file>')
    .description('the whole ledger as an hledger journal')
    .action((file: string) => run(exportLedger(resolve(file), { parts: exportHledger, firstLine: HLEDGER_FIRST_LINE })))
  exported
    .command('journal <file>')
    .description('the whole ledger as a general journal in CSV')
    .option('--money', 'without the hours: what an accounting program takes')
    .action((file: string, { money = false }: { money?: boolean }) =>
      run(
        exportLedger(resolve(file), {
          parts: (db) => exportJournalCsv(db, { moneyOnly: money }),
          firstLine: JOURNAL_FIRST_LINE,
        }),
      ),
    )
}

function serveCommand(program: Command, serve: Serve): void {
  program
    .command('serve')
    .description('the application in a browser window')
    .option('--port <number>', 'the port to listen on; any free one if left out', portOption)
    .option('--no-open', 'only print the address')
    .action(async (options: { port?: number; open: boolean }) => {
      const { dataFolder, json, out, err } = terminalOf(program)
      await serve({ dataFolder, port: options.port ?? 0, open: options.open, json, out, err })
    })
}

function terminalOf(program: Command): Terminal {
  const { data, json } = program.opts<{ data: string; json?: boolean }>()
  return {
    dataFolder: resolve(data),
    json: json === true,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    now: () => new Date(),
  }
}

function folderOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Name a folder.')
  return text
}

function dateOption(text: string): BusinessDate {
  const date = parseBusinessDate(text)
  if (typeof date === 'object') throw new InvalidArgumentError(`${date.problem}.`)
  return date
}

function countOption(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 2) throw new InvalidArgumentError('Write a whole number from 2 on.')
  return count
}

function portOption(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}
