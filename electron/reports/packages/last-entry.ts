import type { Basis } from '../../../shared/contract/action-values.ts'
import { actions } from '../../billing/actions/index.ts'
import type { ReadDb } from '../../storage/database.ts'

/** The making of an invoice, and what acts on one. */
const INVOICE_ACTIONS = Object.values(actions).flatMap(({ name, ref }) =>
  name === 'invoice' || ref === 'invoice' ? [name] : [],
)

/** The number of the last entry that changed a customer package, an invoice or an account; 0 where there is none. */
export async function lastEntryOf(db: ReadDb, { of, ref }: Pick<Basis, 'of' | 'ref'>): Promise<number> {
  switch (of) {
    case 'package':
      return numberOf(
        await db
          .selectFrom('history as h')
          .innerJoin('customer_packages as p', 'p.id', 'h.customer_package_id')
          .select(({ fn }) => fn.max<number | null>('h.entry_number').as('entry'))
          .where('p.ref', '=', ref)
          .executeTakeFirst(),
      )
    case 'invoice':
      return numberOf(
        await db
          .selectFrom('entries')
          .select(({ fn }) => fn.max<number | null>('number').as('entry'))
          .where('ref', '=', ref)
          .where('action', 'in', INVOICE_ACTIONS)
          .executeTakeFirst(),
      )
    case 'account':
      return numberOf(
        await db
          .selectFrom('customers as c')
          .innerJoin('accounts as a', 'a.owner', 'c.id')
          .innerJoin('postings as p', 'p.account_id', 'a.id')
          .select(({ fn }) => fn.max<number | null>('p.entry_number').as('entry'))
          .where('c.number', '=', ref)
          .where('a.kind', '=', 'customer_account')
          .executeTakeFirst(),
      )
  }
}

function numberOf(row: { readonly entry: number | null } | undefined): number {
  return row?.entry ?? 0
}
