import type { BalanceChange, Preview } from '../../../shared/contract/action-values.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { sumCents, cents, type Cents } from '../../../shared/money.ts'
import { rateText, taxPercentText } from '../../../shared/rate.ts'
import { TENDER_KINDS } from '../account-names.ts'
import { applyPostings } from '../apply-postings.ts'
import type { Books } from './books.ts'
import type { BillingCommand } from './command.ts'
import { funds, included, owed, type CustomerPackage } from '../customer-package.ts'
import { actionOf, decide } from './perform.ts'
import type { Recording } from './recording.ts'
import type { BillingTerms } from '../terms.ts'
import { say } from '../../../shared/words/say.ts'

/** Money by a tender: what comes in, or goes out (less than 0). */
export interface TenderMove {
  readonly tender: (typeof TENDER_KINDS)[number]
  readonly amount: Cents
}

/** What an action would change, found by the code that would do it. */
export interface ActionPreview {
  readonly changes: BalanceChange[]
  /** for transfers of hours: what arrives */
  readonly received: Hundredths | null
  /** for invoices: the amount of each line; for a sale: the share of each line in the price */
  readonly amounts: Cents[]
  /** for invoices: the rate and tax of each line */
  readonly rates: Preview['rates']
  /** what comes in by which tender, or goes out (less than 0); of the account it is a balance that changes */
  readonly tenders: readonly TenderMove[]
}

/** Asks the rule and shows its postings as balances before and after; takes nothing in. */
export async function previewAction(
  books: Books,
  terms: BillingTerms,
  command: BillingCommand,
): Promise<Outcome<ActionPreview>> {
  const decided = await decide(books, terms, command)
  if (!decided.ok) return decided
  const recording = decided.value
  const changes = [...(await packageChanges(books, recording)), ...(await accountChanges(books, recording))]
  const shown = actionOf(command).shows?.(recording, command)
  return done({
    changes,
    received: shown?.received ?? null,
    amounts: [...(shown?.amounts ?? [])],
    rates: (shown?.rates ?? []).map((own) => ({
      rate: rateText(own.rate),
      taxPercent: taxPercentText(own.taxPercent),
    })),
    tenders: tenderMoves(recording),
  })
}

async function packageChanges(books: Books, recording: Recording): Promise<BalanceChange[]> {
  const { entry, adds } = recording
  const ids = new Set(entry.history.map(({ subject }) => subject))
  const changes: BalanceChange[] = []
  for (const id of ids) {
    const before = adds?.id === id ? adds : await books.customerPackageById(id)
    const after = applyPostings(before, entry.postings)
    changes.push(...differences(before, after))
  }
  return changes
}

async function accountChanges(books: Books, { entry }: Recording): Promise<BalanceChange[]> {
  const moved = new Map<number, number>()
  for (const { account, amount } of entry.postings) {
    if (account.kind === 'customer_account') moved.set(account.owner, (moved.get(account.owner) ?? 0) - amount)
  }
  const changes: BalanceChange[] = []
  for (const [customerId, amount] of moved) {
    const before = await books.accountBalance(customerId)
    const of = await books.customers.numberOf(customerId)
    changes.push({ of, label: say('balance.account'), unit: 'money', before, after: before + amount })
  }
  return changes
}

function tenderMoves({ entry }: Recording): TenderMove[] {
  return entry.postings.flatMap(({ account, amount }) => {
    const tender = TENDER_KINDS.find((kind) => kind === account.kind)
    return tender === undefined ? [] : [{ tender, amount: cents(amount) }]
  })
}

/** What leaves the school in the end, by tender, after everything that is done together. */
export function handedBack(moves: readonly TenderMove[]): Preview['handedBack'] {
  return TENDER_KINDS.flatMap((tender) => {
    const out = sumCents(moves.filter((move) => move.tender === tender).map(({ amount }) => amount))
    return out < 0 ? [{ tender, amount: cents(-out) }] : []
  })
}

interface Figure {
  readonly label: string
  readonly unit: 'money' | 'quantity'
  readonly value: number
}

function figures(pack: CustomerPackage): Figure[] {
  return [
    { label: say('balance.paid'), unit: 'money', value: pack.paid },
    { label: say('balance.owed'), unit: 'money', value: owed(pack) },
    { label: say('balance.funds'), unit: 'money', value: funds(pack) },
    ...pack.lines.flatMap((line): Figure[] => [
      { label: say('balance.line_included', { code: line.code }), unit: 'quantity', value: included(line).quantity },
      { label: say('balance.line_available', { code: line.code }), unit: 'quantity', value: line.available.quantity },
      { label: say('balance.line_pending', { code: line.code }), unit: 'quantity', value: line.pending.quantity },
      { label: say('balance.line_used', { code: line.code }), unit: 'quantity', value: line.used.quantity },
    ]),
  ]
}

function differences(before: CustomerPackage, after: CustomerPackage): BalanceChange[] {
  const then = figures(before)
  return figures(after).flatMap(({ label, unit, value }, index) => {
    const was = then[index]?.value ?? 0
    return was === value ? [] : [{ of: after.ref, label, unit, before: was, after: value }]
  })
}
