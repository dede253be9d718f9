import { InvalidArgumentError, type Command } from 'commander'
import { resolve } from 'node:path'
import type { Mapping } from '../../shared/contract/reconcile-file.ts'
import { currencyOf } from '../../shared/currency.ts'
import { RECEIPT_FIELDS } from '../../shared/receipt-fields.ts'
import { columnsOption } from './columns-option.ts'
import type { PaymentsOptions } from './payments-command.ts'

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
    .description('how files of payments are read, one after the other, taking nothing')
    .option('--currency <code>', "the currency of the files; the school's if left out", currencyOption)
    .option('--time-zone <zone>', "where the days begin; the school's if left out", zoneOption)
    .option('--columns <places>', 'which column says what: date=1,amount=3', columnsOf)
    .option('--take <source>', 'take them for a source of this name', sourceOption)
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
  if (!currencyOf(code)) throw new InvalidArgumentError('Write a currency as three letters, like USD.')
  return code
}

/** As the window has it. */
function sourceOption(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > 100) throw new InvalidArgumentError('Write a name of 1 to 100 characters.')
  return name
}

function zoneOption(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text
  } catch {
    throw new InvalidArgumentError('Write a time zone like America/Denver.')
  }
}

function columnsOf(text: string): Partial<Mapping['columns']> {
  const columns = columnsOption(text, RECEIPT_FIELDS)
  if ('problem' in columns && typeof columns.problem === 'string') throw new InvalidArgumentError(`${columns.problem}.`)
  return columns as Partial<Mapping['columns']>
}
