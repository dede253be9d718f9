import type { Liability, Period, RevenueRow, TaxRow } from '../../../shared/contract/liability.ts'
import { cents } from '../../../shared/money.ts'
import { SALES_KINDS } from '../../billing/account-names.ts'
import { lineKind } from '../../billing/catalogue-store.ts'
import type { ReadDb } from '../../storage/database.ts'
import { insistEqual } from './liability-proof.ts'
import { givenBackInPeriod, soldInPeriod, type SalesPart } from './liability-sales.ts'
import { sumsByAction } from './liability-sums.ts'

type Revenue = Pick<Liability, 'revenue' | 'revenueTotal' | 'taxes'>

/** Sales of a period by code and by tax percent. Throws where the invoices' lines do not give the ledger's sales. */
export async function revenue(db: ReadDb, period: Period): Promise<Revenue> {
  const parts = [...(await soldInPeriod(db, period)), ...(await givenBackInPeriod(db, period))]
  const total = sums(parts)
  const ledger = await sumsByAction(db, SALES_KINDS, period)
  insistEqual('revenue', total.revenue, -ledger.reduce((sum, { debits, credits }) => sum + debits + credits, 0))
  return { revenue: await byCode(db, parts), revenueTotal: total, taxes: byTax(parts) }
}

async function byCode(db: ReadDb, parts: readonly SalesPart[]): Promise<RevenueRow[]> {
  const codes = await db.selectFrom('catalogue').select(['id', 'code', 'name', 'kind']).orderBy('id').execute()
  const grouped = Map.groupBy(parts, ({ catalogueId }) => catalogueId)
  return codes
    .flatMap(({ id, code, name, kind }) => {
      const own = grouped.get(id)
      return own ? [{ code, name, kind: lineKind(kind), ...sums(own) }] : []
    })
    .toSorted((left, right) => Number(left.kind !== 'hour') - Number(right.kind !== 'hour'))
}

function byTax(parts: readonly SalesPart[]): TaxRow[] {
  return [...Map.groupBy(parts, ({ taxPercent }) => taxPercent)]
    .toSorted(([left], [right]) => left - right)
    .map(([taxPercent, own]) => {
      const { revenue: gross, tax, net } = sums(own)
      return { taxPercent, revenue: gross, tax, net }
    })
}

function sums(parts: readonly SalesPart[]): Liability['revenueTotal'] {
  const sum = (value: (part: SalesPart) => number) => parts.reduce((total, part) => total + value(part), 0)
  const sold = sum((part) => part.sold)
  const givenBack = sum((part) => part.givenBack)
  const tax = sum((part) => part.tax)
  return {
    sold: cents(sold),
    givenBack: cents(givenBack),
    revenue: cents(sold - givenBack),
    tax: cents(tax),
    net: cents(sold - givenBack - tax),
  }
}
