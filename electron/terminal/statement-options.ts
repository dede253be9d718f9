import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { BusinessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import { dateOption } from './option-values.ts'
import type { StatementsWanted } from './statement-command.ts'

interface Written {
  readonly out: string
  readonly asOf?: BusinessDate
  readonly from?: BusinessDate
  readonly short?: boolean
  readonly drafts?: boolean
}

/** `statement REF or CUSTOMER or all --out DIR [--as-of DATE] [--from DATE] [--short] [--drafts]` */
export function describeStatement(program: Command, write: (wanted: StatementsWanted) => Promise<void>): void {
  program
    .command('statement <about>')
    .description(say('command_line.pdf_balance_statements_of_a_customer'))
    .requiredOption('--out <folder>', say('command_line.the_folder_for_the_pdfs'))
    .option('--as-of <date>', say('command_line.at_the_end_of_that_business_date'), dateOption)
    .option('--from <date>', say('command_line.activity_from_that_day'), dateOption)
    .option('--short', say('command_line.without_the_activity'))
    .option('--drafts', say('command_line.drafts_of_all'))
    .action(async (about: string, { out, asOf, from, short, drafts }: Written, command: Command) => {
      if (drafts && about !== 'all') command.error(say('command_line.drafts_of_all_only'))
      await write({
        about,
        folder: resolve(out),
        asOf: asOf ?? null,
        from: from ?? null,
        short: short === true,
        drafts: drafts === true,
      })
    })
}
