import type { Migration } from 'kysely/migration'
import * as ledger from './0001-ledger.ts'
import * as school from './0002-school.ts'
import * as customerPackages from './0003-customer-packages.ts'
import * as search from './0004-search.ts'
import * as correctedInvoices from './0005-corrected-invoices.ts'
import * as statements from './0006-statements.ts'
import * as policies from './0007-policies.ts'
import * as preferences from './0008-preferences.ts'
import * as closings from './0010-closings.ts'
import * as reconcile from './0011-reconcile.ts'
import * as records from './0012-records.ts'
import * as secondEdition from './0013-second-edition.ts'
import * as commandSenders from './0016-command-senders.ts'
import * as searchAsTyped from './0018-search-as-typed.ts'
import * as keptFigures from './0022-kept-figures.ts'
import * as usualPayer from './0023-usual-payer.ts'

/** Every migration in order. A migration that has landed is never edited: a change is a new one at the end. */
export const migrations: readonly { readonly name: string; readonly migration: Migration }[] = [
  { name: '0001-ledger', migration: ledger },
  { name: '0002-school', migration: school },
  { name: '0003-customer-packages', migration: customerPackages },
  { name: '0004-search', migration: search },
  { name: '0005-corrected-invoices', migration: correctedInvoices },
  { name: '0006-statements', migration: statements },
  { name: '0007-policies', migration: policies },
  { name: '0008-preferences', migration: preferences },
  { name: '0010-closings', migration: closings },
  { name: '0011-reconcile', migration: reconcile },
  { name: '0012-records', migration: records },
  { name: '0013-second-edition', migration: secondEdition },
  { name: '0016-command-senders', migration: commandSenders },
  { name: '0018-search-as-typed', migration: searchAsTyped },
  { name: '0022-kept-figures', migration: keptFigures },
  { name: '0023-usual-payer', migration: usualPayer },
]
