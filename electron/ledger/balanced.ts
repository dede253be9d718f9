import type { Posting } from './account.ts'

/** Postings sum to zero in the currency and in every commodity. Throws otherwise: such an entry must never exist. */
export function assertBalanced(postings: readonly Posting[]): void {
  let money = 0
  const quantities: Quantity[] = []
  for (const { account, quantity, amount } of postings) {
    if (!Number.isSafeInteger(quantity) || !Number.isSafeInteger(amount))
      throw new Error('a posting is not in whole units')
    if (quantity !== 0 && account.commodity === '') throw new Error(`${account.kind} holds money only`)
    money += amount
    if (quantity !== 0) count(quantities, account.commodity, quantity)
  }
  if (money !== 0) throw new Error(`the postings of an entry leave ${money} minor units over`)
  for (const { commodity, quantity } of quantities) {
    if (quantity !== 0) throw new Error(`the postings of an entry leave ${quantity} hundredths of ${commodity} over`)
  }
}

interface Quantity {
  readonly commodity: string
  quantity: number
}

/** Adds to the quantity of a commodity: an entry has few of them, and looking at each is quicker than a map. */
function count(quantities: Quantity[], commodity: string, quantity: number): void {
  const known = quantities.find((each) => each.commodity === commodity)
  if (known) known.quantity += quantity
  else quantities.push({ commodity, quantity })
}
