import { fieldsOf, type Money } from './actions/action.ts'
import { actions } from './actions/index.ts'

type Declared = (typeof actions)[keyof typeof actions]

const MONEY: ReadonlyMap<string, Money> = new Map(
  Object.values(actions).flatMap(({ name, money }) => (money === null ? [] : [[name, money as Money]])),
)

/** How readings count the money that an action moves; undefined where it moves none, or is no action. */
export function moneyOf(action: string): Money | undefined {
  return MONEY.get(action)
}

/** The actions whose money counts in some way. */
function actionsWhere(counts: (money: Money) => boolean): readonly string[] {
  return [...MONEY].flatMap(([action, money]) => (counts(money) ? [action] : []))
}

/** The actions that take or give back money of a customer, each with a receipt. */
export const WITH_RECEIPT = actionsWhere(({ receipt }) => receipt !== undefined)

/** Those with a receipt about a customer package, an invoice, or a customer's account. */
export function withReceiptOf(subject: NonNullable<Money['receipt']>[number]): readonly string[] {
  return actionsWhere(({ receipt }) => receipt?.includes(subject) ?? false)
}

/** The actions that pay by the account or by package funds, and those by which it goes back there. */
export const BY_TENDER = {
  account: {
    pays: actionsWhere(({ account }) => account?.debit === 'paid'),
    goesBack: actionsWhere(({ account }) => account?.credit === 'givenBack'),
  },
  package: {
    pays: actionsWhere(({ funds }) => funds?.debit === 'drawn'),
    goesBack: actionsWhere(({ funds }) => funds?.credit === 'givenBack'),
  },
} as const

/** The actions of money that may be recorded as failed: they post nothing then. */
export const MAY_FAIL = actionsWith('failed')

/** The actions that may name who paid, or whom it goes back to. */
export const WITH_PAYER = actionsWith('payer')

function actionsWith(field: string): readonly string[] {
  const has = (declared: Declared) => fieldsOf(declared).some(([name]) => name === field)
  return Object.values(actions).flatMap((declared) => (has(declared) ? [declared.name] : []))
}
