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
import { bench } from './en/bench.ts'
import { bring_over } from './en/bring-over.ts'
import { browser } from './en/browser.ts'
import { calls } from './en/calls.ts'
import { closing } from './en/closing.ts'
import { columns } from './en/columns.ts'
import { command_line } from './en/command-line.ts'
import { customers } from './en/customers.ts'
import { documents } from './en/documents.ts'
import { door } from './en/door.ts'
import { explained } from './en/explained.ts'
import { frame } from './en/frame.ts'
import { help } from './en/help.ts'
import { history } from './en/history.ts'
import { integrity } from './en/integrity.ts'
import { invoice_form } from './en/invoice-form.ts'
import { invoices } from './en/invoices.ts'
import { numbers } from './en/numbers.ts'
import { owed } from './en/owed.ts'
import { package_actions } from './en/package-actions.ts'
import { package_life } from './en/package-life.ts'
import { packages } from './en/packages.ts'
import { palette } from './en/palette.ts'
import { papers } from './en/papers.ts'
import { payment_files } from './en/payment-files.ts'
import { payment_import } from './en/payment-import.ts'
import { payments } from './en/payments.ts'
import { reconcile } from './en/reconcile.ts'
import { person } from './en/person.ts'
import { records } from './en/records.ts'
import { refusals } from './en/refusals.ts'
import { reports } from './en/reports.ts'
import { reversals } from './en/reversals.ts'
import { sentences } from './en/sentences.ts'
import { set_up } from './en/set-up.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { sign_in } from './en/sign-in.ts'
import { statement_batches } from './en/statement-batches.ts'
import { statement_paper } from './en/statement-paper.ts'
import { statements } from './en/statements.ts'
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
  bench,
  bring_over,
  browser,
  calls,
  closing,
  columns,
  command_line,
  customers,
  documents,
  door,
  explained,
  frame,
  help,
  history,
  integrity,
  invoice_form,
  invoices,
  numbers,
  owed,
  package_actions,
  package_life,
  packages,
  palette,
  papers,
  payment_files,
  payment_import,
  payments,
  reconcile,
  person,
  records,
  refusals,
  reports,
  reversals,
  sentences,
  set_up,
  settings,
  shell,
  sign_in,
  statement_batches,
  statement_paper,
  statements,
  trouble,
  ui,
  verification,
  withdrawal,
} as const
