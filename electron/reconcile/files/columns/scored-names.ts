/** What a column of a file can be, beyond the fields that a person may map. */
export const ROLES = [
  'date',
  'valueDate',
  'otherDate',
  'time',
  'zone',
  'amount',
  'received',
  'paidOut',
  'direction',
  'fee',
  'balance',
  'net',
  'refunded',
  'refundedOn',
  'tip',
  'otherMoney',
  'currency',
  'otherCurrency',
  'status',
  'type',
  'method',
  'id',
  'reference',
  'name',
  'text',
  'payout',
  'account',
] as const
export type Role = (typeof ROLES)[number]

/** Names of columns with how surely they mean a role, 100 the surest. */
export type ScoredNames = { readonly [Key in Role]?: readonly (readonly [score: number, pattern: RegExp])[] }

/** How surely a name means each role; roles that it does not mean are absent. */
export function scoresOf(words: string, all: readonly ScoredNames[]): ReadonlyMap<Role, number> {
  const scores = new Map<Role, number>()
  for (const names of all) {
    for (const role of ROLES) {
      const score = Math.max(0, ...(names[role] ?? []).map(([points, pattern]) => (pattern.test(words) ? points : 0)))
      if (score > (scores.get(role) ?? 0)) scores.set(role, score)
    }
  }
  return scores
}
