import { engine } from './en/engine.ts'
import { actions } from './en/actions.ts'
import { backups } from './en/backups.ts'
import { balance } from './en/balance.ts'
import { bring_over } from './en/bring-over.ts'
import { calls } from './en/calls.ts'
import { closing } from './en/closing.ts'
import { columns } from './en/columns.ts'
import { customers } from './en/customers.ts'
import { help } from './en/help.ts'
import { integrity } from './en/integrity.ts'
import { invoices } from './en/invoices.ts'
import { numbers } from './en/numbers.ts'
import { owed } from './en/owed.ts'
import { own_access } from './en/own-access.ts'
import { package_life } from './en/package-life.ts'
import { packages } from './en/packages.ts'
import { papers } from './en/papers.ts'
import { payment_files } from './en/payment-files.ts'
import { payments } from './en/payments.ts'
import { people } from './en/people.ts'
import { person } from './en/person.ts'
import { plain_values } from './en/plain-values.ts'
import { reconcile } from './en/reconcile.ts'
import { records } from './en/records.ts'
import { reports } from './en/reports.ts'
import { reversals } from './en/reversals.ts'
import { settings } from './en/settings.ts'
import { statement_batches } from './en/statement-batches.ts'
import { statement_paper } from './en/statement-paper.ts'
import { statements } from './en/statements.ts'
import { text } from './en/text.ts'
import { trouble } from './en/trouble.ts'
import { ui } from './en/ui.ts'
import { verification } from './en/verification.ts'
import { withdrawal } from './en/withdrawal.ts'
import { api } from './en/window/api.ts'
import { frame } from './en/window/frame.ts'
import { history } from './en/window/history.ts'
import { invoice_form } from './en/window/invoice-form.ts'
import { not_sent } from './en/window/not-sent.ts'
import { package_actions } from './en/window/package-actions.ts'
import { palette } from './en/window/palette.ts'
import { payment_import } from './en/window/payment-import.ts'
import { school_place } from './en/window/school-place.ts'
import { set_up } from './en/window/set-up.ts'
import { sign_in } from './en/window/sign-in.ts'

/**
 * Every sentence and label of the program in English, by area. In ICU MessageFormat: {name} is filled in, plurals are
 * {count, plural, one {# package} other {# packages}}, an apostrophe before a brace is doubled.
 */
export const en = {
  ...engine,
  actions,
  api,
  backups,
  balance,
  bring_over,
  calls,
  closing,
  columns,
  customers,
  frame,
  help,
  history,
  integrity,
  invoice_form,
  invoices,
  not_sent,
  numbers,
  owed,
  own_access,
  package_actions,
  package_life,
  packages,
  palette,
  papers,
  payment_files,
  payment_import,
  payments,
  people,
  person,
  plain_values,
  reconcile,
  records,
  reports,
  reversals,
  school_place,
  set_up,
  settings,
  sign_in,
  statement_batches,
  statement_paper,
  statements,
  text,
  trouble,
  ui,
  verification,
  withdrawal,
} as const
