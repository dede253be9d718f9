import { amountText, type Cents } from '../../../shared/money.ts'
import { quantityText, type Hundredths } from '../../../shared/quantity.ts'
import type { BalancesInTurn, PackageBalances } from './school-balances.ts'
import type { PackageHistory } from './school-history.ts'

/** `balances --json` as school-format.md has it: money and quantities as text; no status, pending or invoices as of a date. */
export function balancesJson(balances: BalancesInTurn, asOf: boolean, minorDigits: number) {
  const money = (amount: Cents) => amountText(amount, minorDigits)
  return {
    packages: Array.from(balances.packages, (pack) => ({
      ref: pack.ref,
      ...(asOf ? NOT_THEN : { status: pack.status, ...endAndMembers(pack) }),
      customer: pack.customer,
      package: pack.package,
      total: money(pack.total),
      paid: money(pack.paid),
      owed: money(pack.owed),
      funds: money(pack.funds),
      lines: pack.lines.map((line) => ({
        code: line.code,
        kind: line.kind,
        included: quantityText(line.included),
        used: quantityText(line.used),
        remaining: quantityText(line.remaining),
        ...(asOf ? {} : { pending: quantityText(line.pending) }),
        dollarsIncluded: money(line.dollarsIncluded),
        dollarsUsed: money(line.dollarsUsed),
        dollarsRemaining: money(line.dollarsRemaining),
      })),
    })),
    accounts: Array.from(balances.accounts, ({ customer, balance }) => ({ customer, balance: money(balance) })),
    invoices:
      balances.invoices &&
      Array.from(balances.invoices, ({ ref, customer, total, status }) => ({
        ref,
        customer,
        total: money(total),
        status,
      })),
  }
}

/** What is said of today only. */
const NOT_THEN: Partial<Pick<PackageBalances, 'status' | 'expires' | 'members'>> = {}

/** Only where the school uses them: a package with either carries both. */
function endAndMembers({ expires, members }: PackageBalances): Partial<Pick<PackageBalances, 'expires' | 'members'>> {
  return expires === null && members.length === 0 ? {} : { expires, members }
}

/** `history --json` as school-format.md has it. */
export function historyJson(histories: readonly PackageHistory[], minorDigits: number) {
  const money = (amount: Cents) => amountText(amount, minorDigits)
  const quantity = (value: Hundredths) => quantityText(value)
  return histories.map(({ ref, entries }) => ({
    ref,
    entries: entries.map((entry) => ({
      date: entry.date,
      action: entry.action,
      ref: entry.ref,
      amount: money(entry.amount),
      user: entry.user,
      paidChange: money(entry.paidChange),
      fundsChange: money(entry.fundsChange),
      lines: entry.lines.map((line) => ({
        code: line.code,
        includedChange: quantity(line.includedChange),
        usedChange: quantity(line.usedChange),
        dollarsIncludedChange: money(line.dollarsIncludedChange),
        dollarsUsedChange: money(line.dollarsUsedChange),
      })),
    })),
  }))
}
