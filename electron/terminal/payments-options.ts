import { InvalidArgumentError, type Command } from 'commander'
import { resolve } from 'node:path'
import type { Mapping } from '../../shared/contract/reconcile-file.ts'
import { currencyOf } from '../../shared/currency.ts'
import { RECEIPT_FIELDS } from '../../shared/receipt-fields.ts'
import { columnsOption } from './columns-option.ts'
import type { PaymentsOptions } from './payments-command.ts'
import { say } from '../../shared/words/say.ts'
import { isTimeZone } from '../../shared/time-zone.ts'

interface Handlers {
  readonly read: (options: PaymentsOptions) => Promise<void>
  readonly take: (options: PaymentsOptions, source: string) => Promise<void>
}

interface Written {
  readonly currency?: string
  readonly timeZone?: string
  readonly columns?: Partial<Mapping['columns']>
  readonly take?: string
}

/** `payments FILE... [--currency CODE] [--time-zone ZONE] [--columns date=1,amount=3,...] [--take SOURCE]` */
export function describePayments(program: Command, { read, take }: Handlers): void {
  program
    .command('payments <files...>')
    .description(say('command_line.how_files_of_payments_are_read'))
    .option('--currency <code>', say('command_line.the_currency_of_the_files'), currencyOption)
    .option('--time-zone <zone>', say('command_line.where_the_days_begin'), zoneOption)
    .option('--columns <places>', say('command_line.which_column_says_what'), columnsOf)
    .option('--take <source>', say('command_line.take_them_for_a_source'), sourceOption)
    .action(async (files: string[], { currency, timeZone, columns, take: source }: Written) => {
      const options = {
        files: files.map((file) => resolve(file)),
        currency: currency ?? null,
        timeZone: timeZone ?? null,
        columns: columns ?? null,
      }
      await (source === undefined ? read(options) : take(options, source))
    })
}

function currencyOption(text: string): string {
  const code = text.toUpperCase()
  if (!currencyOf(code)) throw new InvalidArgumentError(say('command_line.write_a_currency'))
  return code
}

/** As the window has it. */
function sourceOption(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > 100) throw new InvalidArgumentError(say('command_line.write_a_source'))
  return name
}

function zoneOption(text: string): string {
  if (!isTimeZone(text)) throw new InvalidArgumentError(say('command_line.write_a_time_zone'))
  return text
}

function columnsOf(text: string): Partial<Mapping['columns']> {
  const columns = columnsOption(text, RECEIPT_FIELDS)
  if ('problem' in columns && typeof columns.problem === 'string') throw new InvalidArgumentError(`${columns.problem}.`)
  return columns as Partial<Mapping['columns']>
}
