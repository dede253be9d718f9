import { createHash } from 'node:crypto'
import type { Statement } from '../../shared/contract/statements.ts'

/**
 * SHA-256, hexadecimal, of what a statement says in numbers: refs, codes, dates and amounts in a fixed order. Names,
 * notes and words are left out: they may be corrected without making a statement untrue.
 */
export function statementDigest(
  statement: Pick<Statement, 'asOf' | 'from' | 'customer' | 'packages' | 'invoices' | 'account' | 'paidFor'>,
): string {
  const content = [
    statement.asOf,
    statement.from,
    statement.customer.number,
    statement.packages.map((pack) => [
      [pack.ref, pack.packageCode, pack.added, pack.price, pack.paid, pack.owed, pack.funds],
      pack.lines.map((line) => [
        line.line,
        line.code,
        line.included,
        line.used,
        line.remaining,
        line.dollarsIncluded,
        line.dollarsUsed,
        line.dollarsRemaining,
      ]),
      standing(pack.opening),
      pack.activity.map((action) => [
        action.entry,
        action.date,
        action.action,
        action.ref,
        action.amount,
        action.paidChange,
        action.fundsChange,
        action.lines.map((effect) => [effect.line, effect.remainingChange, effect.dollarsRemainingChange]),
      ]),
      standing(pack.closing),
      pack.pending.map((line) => [line.ref, line.code, line.quantity, line.amount]),
      ...(pack.lastValid === null ? [] : [pack.lastValid]),
    ]),
    // Older statements had no such parts: their digests stay.
    ...(statement.invoices === null || statement.account === null
      ? []
      : [
          statement.invoices.map(({ ref, date, total, due }) => [ref, date, total, due]),
          statement.account.opening,
          statement.account.activity.map(({ entry, date, action, ref, change }) => [entry, date, action, ref, change]),
          statement.account.closing,
        ]),
    ...(statement.paidFor === null
      ? []
      : [
          statement.paidFor.map(({ entry, date, customerNumber, of, ref, method, amount }) => [
            entry,
            date,
            customerNumber,
            of,
            ref,
            method,
            amount,
          ]),
        ]),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function standing({ paid, funds, lines }: Statement['packages'][number]['opening']) {
  return [paid, funds, lines.map(({ line, remaining, dollarsRemaining }) => [line, remaining, dollarsRemaining])]
}

/** What stands on paper: the entry, and the digest's beginning in groups that can be read out: 1234-3FA9-1B2C-77D0. */
export function fingerprintOf(entry: number, digest: string): string {
  const groups = digest.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []
  return [entry, ...groups].join('-')
}

/** The same fingerprint however it was copied off paper. */
export function sameFingerprint(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  return plain(one) === plain(other)
}
