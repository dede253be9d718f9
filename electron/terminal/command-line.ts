import { Command, CommanderError, Option } from 'commander'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { BusinessDate } from '../../shared/dates.ts'
import type { Failure } from '../../shared/failure.ts'
import { textProblem } from '../../shared/storable-text.ts'
import { VERSION } from '../../shared/version.ts'
import { say } from '../../shared/words/say.ts'
import { millisecondsSince } from '../log/milliseconds.ts'
import { log } from '../log/program-log.ts'
import { defaultDataFolder } from '../settings/data-folder.ts'
import { placeOf } from '../storage/desk-place.ts'
import { holdsSchool } from '../storage/open-database.ts'
import { askedFor, type AskedFor } from './asked-for.ts'
import type { BenchSize } from './bench-command.ts'
import { PARTS, type Part } from './bench/parts.ts'
import { addressProblem, dataPlace } from './data-place.ts'
import { endQuietlyWithTheReader, onSchool, orFailure, unexpected } from './on-school.ts'
import { refuseTwice } from './once.ts'
import { describePayments } from './payments-options.ts'
import { countOption, dateOption, folderOption, portOption } from './option-values.ts'
import { describeStatement } from './statement-options.ts'
import { EXIT, printFailure, type ExitStatus, type SchoolCommand, type Terminal } from './terminal.ts'

/** The browser host, as the entry hands it in. */
export type Serve = (
  options: Omit<Terminal, 'now'> & { readonly port: number; readonly open: boolean },
) => Promise<number>

/**
 * Runs a command on the school of the data folder. Each is loaded only where it is called: all of them take longer to
 * load than most take to run.
 * What cannot be done whatever the school holds is a failure, and no folder is looked at.
 * @param makes whether there need not be one yet
 */
type Run = (command: () => Promise<SchoolCommand | Failure>, makes?: boolean) => Promise<void>

/** What somebody started the program for. */
export function readWords(words: readonly string[]): AskedFor {
  const program = new Command()
  describe(program, async () => undefined)
  const names = [...program.commands.map((command) => command.name()), ...OTHER_COMMANDS, 'help']
  // The command line says why an address is not taken; a window would make a folder of its name.
  return addressProblem(words) === null ? askedFor(words, names) : { kind: 'command' }
}

/** No folder and no name is longer. */
const LONGEST_WORD = 4_096

/** Those that are described where they run. */
const OTHER_COMMANDS = ['restore', 'move', 'outbox', 'bench', 'payments', 'serve', 'reset-password']

/** Runs one command line; answers the exit status. Never throws for what a person can cause. */
export async function runCommandLine(words: readonly string[], serve: Serve): Promise<number> {
  if (saysWrongWord(words) || saysAddress(words)) return EXIT.wrongUsage
  let status: number = EXIT.done
  const program = new Command('blocktime')
  endQuietlyWithTheReader()
  const began = performance.now()
  let called: string | undefined
  program.hook('preAction', (_, command) => {
    called = nameOf(command)
  })
  const run: Run = async (command, makes = false) => {
    const made = await command()
    const terminal = terminalOf(program)
    status = typeof made === 'function' ? await onSchool(terminal, made, makes) : printFailure(terminal, made)
  }
  describe(program, run)
  describeClosed(program, async (command) => {
    const terminal = terminalOf(program)
    status = await orFailure(terminal, () => command(terminal))
  })
  describeBench(program, async (command) => {
    status = await command(terminalOf(program))
  })
  describePayments(program, {
    read: async (options) => {
      const terminal = terminalOf(program)
      const { payments } = await import('./payments-command.ts')
      status = await orFailure(terminal, () => payments(terminal, options))
    },
    take: (options, source) => run(async () => (await import('./take-payments.ts')).takePayments(options, source)),
  })
  program
    .command('reset-password <username>')
    .description(say('at_terminal.reset_password'))
    .action((username: string) =>
      run(async () => (await import('./reset-password-command.ts')).resetPassword(username)),
    )
  serveCommand(program, async (options) => (status = await serve(options)))
  refuseTwice(program)
  try {
    await program.parseAsync([...words], { from: 'user' })
    const { dataFolder } = terminalOf(program)
    // What only reads makes nothing, not even a log.
    if (called !== undefined && holdsSchool(dataFolder))
      log(dataFolder, { event: 'command', command: called, status, ms: millisecondsSince(began) })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage
    return printFailure(terminalOf(program, false), unexpected(error))
  }
}

/** What is typed is kept as it is (a source's name, a file's), or it is not taken at all. */
function saysWrongWord(words: readonly string[]): boolean {
  for (const [at, word] of words.entries()) {
    const problem =
      word.length > LONGEST_WORD ? say('command_line.word_too_long', { most: LONGEST_WORD }) : textProblem(word)
    if (problem === undefined) continue
    process.stderr.write(`${say('command_line.word_wrong', { place: at + 1, problem })}\n`)
    return true
  }
  return false
}

/** An address that cannot be taken may hold a password: nothing is made by its name, and it is not repeated. */
function saysAddress(words: readonly string[]): boolean {
  const problem = addressProblem(words)
  if (problem === null) return false
  process.stderr.write(`${say(`command_line.address_${problem}`)}\n`)
  return true
}

/** A command with those that it stands under, without what it was given: export csv. */
function nameOf(command: Command): string {
  return command.parent?.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name()
}

function describe(program: Command, run: Run): void {
  program
    .description(say('command_line.prepaid_flight_school_packages_whose'))
    .version(VERSION)
    .option('--data <folder>', say('command_line.the_data_folder'), folderOption, defaultDataFolder())
    .option('--json', say('command_line.print_one_json_document_on_standard'))
    .showHelpAfterError()
    .exitOverride()
  program
    .command('import <folder>')
    .description(say('command_line.bring_in_a_school_as_a_folder_of_csv'))
    .action((folder: string) =>
      run(async () => (await import('./write-commands.ts')).importFolder(resolve(folder)), true),
    )
  describeReadings(program, run)
  describeExport(program, run)
  program
    .command('backup <file>')
    .description(say('command_line.a_consistent_copy_while_in_use'))
    .action((file: string) => run(async () => (await import('./backup-commands.ts')).backup(resolve(file))))
  program
    .command('demo')
    .description(say('command_line.fill_an_empty_data_folder_with_the'))
    .action(() => run(async () => (await import('./write-commands.ts')).demonstration(), true))
}

function describeReadings(program: Command, run: Run): void {
  program
    .command('balances')
    .description(say('command_line.what_is_left_paid_and_owed'))
    .option('--as-of <date>', say('command_line.at_the_end_of_that_business_date'), dateOption)
    .option('--customer <number>', say('command_line.of_one_customer'))
    .action((options: { asOf?: BusinessDate; customer?: string }) =>
      run(async () =>
        (await import('./read-commands.ts')).balances({
          asOf: options.asOf ?? null,
          customer: options.customer ?? null,
        }),
      ),
    )
  program
    .command('history [ref]')
    .description(say('command_line.every_action_of_one_customer_package'))
    .action((ref: string | undefined) => run(async () => (await import('./read-commands.ts')).history(ref ?? null)))
  program
    .command('verify')
    .description(say('command_line.recompute_every_balance_and_the_hash'))
    .action(() => run(async () => (await import('./read-commands.ts')).verify()))
  program
    .command('rebuild')
    .description(say('command_line.make_the_rows_that_follow_from_the'))
    .action(() => run(async () => (await import('./backup-commands.ts')).rebuild()))
  describeStatement(program, (wanted) => run(async () => (await import('./statement-command.ts')).statement(wanted)))
}

/** What works on closed schools, so that a damaged one can be replaced. */
function describeClosed(
  program: Command,
  run: (command: (terminal: Terminal) => Promise<number>) => Promise<void>,
): void {
  program
    .command('restore <file>')
    .description(say('command_line.put_a_backup_in_the_place_of_the_data'))
    .action((file: string) =>
      run(async (terminal) => (await import('./backup-commands.ts')).restoreFrom(terminal, resolve(file))),
    )
  program
    .command('outbox')
    .description(say('command_line.outbox'))
    .action(() => run(async (terminal) => (await import('./outbox-command.ts')).listOutbox(terminal)))
  program
    .command('move')
    .description(say('command_line.move'))
    .requiredOption('--to <place>', say('command_line.move_to'))
    .action(({ to }: { to: string }) =>
      run(async (terminal) => (await import('./move-command.ts')).moveTo(terminal, to)),
    )
}

/** Its schools are made for it: it works on none that is there. */
function describeBench(
  program: Command,
  run: (command: (terminal: Terminal) => Promise<ExitStatus>) => Promise<void>,
): void {
  program
    .command('bench')
    .description(say('command_line.the_performance_figures_on_a_school'))
    .option('--enrollments <number>', say('command_line.customer_packages'), countOption, 20_000)
    .option('--entries <number>', say('command_line.entries_in_all'), countOption, 60_000)
    // What the command starts itself as, to measure a whole process.
    .addOption(new Option('--part <part>').choices(PARTS).hideHelp())
    .action(({ part, ...size }: BenchSize & { part?: Part }) =>
      run(async (terminal) => {
        if (!part) return (await import('./bench-command.ts')).bench(terminal, size)
        const { runPart } = await import('./bench/run-part.ts')
        terminal.out(`${await runPart(part, terminal.dataFolder)}\n`)
        return EXIT.done
      }),
    )
}

function describeExport(program: Command, run: Run): void {
  const exported = program.command('export').description(say('command_line.take_the_school_or_its_ledger_out'))
  exported
    .command('csv <folder>')
    .description(say('command_line.the_whole_school_as_a_folder_that'))
    .action((folder: string) => run(async () => (await import('./export-commands.ts')).exportToFolder(resolve(folder))))
  exported
    .command('customer <number> <folder>')
    .description(say('command_line.everything_that_is_held_of_one'))
    .action((number: string, folder: string) =>
      run(async () => (await import('./export-commands.ts')).exportCustomer(number, resolve(folder))),
    )
  exported
    .command('hledger <file>')
    .description(say('command_line.the_whole_ledger_as_an_hledger'))
    .action((file: string) => run(async () => (await import('./export-commands.ts')).exportToHledger(resolve(file))))
  exported
    .command('journal <file>')
    .description(say('command_line.the_whole_ledger_as_a_general_journal'))
    .option('--money', say('command_line.without_the_hours_what_an_accounting'))
    .action((file: string, { money = false }: { money?: boolean }) =>
      run(async () => (await import('./export-commands.ts')).exportToJournal(resolve(file), { moneyOnly: money })),
    )
}

function serveCommand(program: Command, serve: Serve): void {
  program
    .command('serve')
    .description(say('command_line.the_application_in_a_browser_window'))
    .option('--port <number>', say('command_line.the_port_to_listen_on_any_free_one_if'), portOption)
    .option('--no-open', say('command_line.only_print_the_address'))
    .action(async (options: { port?: number; open: boolean }) => {
      // The window follows by itself, and chooses another place.
      const { dataFolder, json, out, err } = terminalOf(program, false)
      await serve({ dataFolder, port: options.port ?? 0, open: options.open, json, out, err })
    })
}

/** @param follows whether somebody chose another place in the window, and what works there is meant */
function terminalOf(program: Command, follows = true): Terminal {
  const { data, json } = program.opts<{ data: string; json?: boolean }>()
  const home = dataPlace(data)
  return {
    dataFolder: follows ? placeOf(home) : home,
    json: json === true,
    out: (text) => void process.stdout.write(text),
    taken: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
    },
    err: (text) => void process.stderr.write(text),
    screen: process.stderr.isTTY,
    now: () => new Date(),
  }
}
