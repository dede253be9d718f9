import { at_terminal } from './en/at-terminal.ts'
import { desk } from './en/desk.ts'
import { folders } from './en/folders.ts'
import { own_access } from './en/own-access.ts'
import { people } from './en/people.ts'
import { text } from './en/text.ts'
import { actions } from './en/actions.ts'
import { activity_csv } from './en/activity-csv.ts'
import { api } from './en/api.ts'
import { backups } from './en/backups.ts'
import { balance } from './en/balance.ts'
import { bring_over } from './en/bring-over.ts'
import { calls } from './en/calls.ts'
import { columns } from './en/columns.ts'
import { customers } from './en/customers.ts'
import { frame } from './en/frame.ts'
import { history } from './en/history.ts'
import { invoice_form } from './en/invoice-form.ts'
import { invoices } from './en/invoices.ts'
import { numbers } from './en/numbers.ts'
import { reversals } from './en/reversals.ts'
import { owed } from './en/owed.ts'
import { package_actions } from './en/package-actions.ts'
import { package_life } from './en/package-life.ts'
import { packages } from './en/packages.ts'
import { palette } from './en/palette.ts'
import { papers } from './en/papers.ts'
import { payment_files } from './en/payment-files.ts'
import { payment_import } from './en/payment-import.ts'
import { payments } from './en/payments.ts'
import { records } from './en/records.ts'
import { refusals } from './en/refusals.ts'
import { sentences } from './en/sentences.ts'
import { statement_batches } from './en/statement-batches.ts'
import { statement_paper } from './en/statement-paper.ts'
import { trouble } from './en/trouble.ts'
import { ui } from './en/ui.ts'
import { verification } from './en/verification.ts'
import { withdrawal } from './en/withdrawal.ts'

/**
 * Every sentence and label of the program in English, by area. In ICU MessageFormat: {name} is filled in, plurals are
 * {count, plural, one {# package} other {# packages}}, an apostrophe before a brace is doubled.
 */
export const en = {
  at_terminal,
  desk,
  folders,
  own_access,
  people,
  text,
  actions,
  activity_csv,
  api,
  backups,
  balance,
  bring_over,
  calls,
  columns,
  customers,
  frame,
  history,
  invoice_form,
  invoices,
  numbers,
  owed,
  package_actions,
  reversals,
  package_life,
  packages,
  palette,
  papers,
  payment_files,
  payment_import,
  payments,
  records,
  refusals,
  sentences,
  statement_batches,
  statement_paper,
  trouble,
  ui,
  verification,
  withdrawal,
} as const
