import { amountText, type Cents } from '../../../shared/money.ts'
import { quantityText } from '../../../shared/quantity.ts'
import type { BalancesInTurn, PackageBalances } from './school-balances.ts'
import type { CodeFigures } from './school-lines.ts'

/** Characters that are handed on at once. */
const PART = 2 ** 16

interface Form {
  readonly asOf: boolean
  readonly money: (amount: Cents) => string
}

/**
 * What JSON.stringify(balancesJson(…), null, 1) writes, in parts: at hundreds of thousands of packages the document as
 * a whole takes several times as long as reading them.
 */
export function* balancesJsonText(balances: BalancesInTurn, asOf: boolean, minorDigits: number): Generator<string> {
  const form = { asOf, money: (amount: Cents) => amountText(amount, minorDigits) }
  yield '{\n "packages": '
  yield* listText(balances.packages, (pack) => packageText(pack, form))
  yield ',\n "accounts": '
  yield* listText(
    balances.accounts,
    ({ customer, balance }) => `  {\n   "customer": ${quoted(customer)},\n   "balance": "${form.money(balance)}"\n  }`,
  )
  yield ',\n "invoices": '
  if (balances.invoices === null) yield 'null'
  else {
    yield* listText(
      balances.invoices,
      ({ ref, customer, total, status }) =>
        `  {\n   "ref": ${quoted(ref)},\n   "customer": ${quoted(customer)},\n   "total": "${form.money(total)}",\n   "status": "${status}"\n  }`,
    )
  }
  yield '\n}'
}

function* listText<Item>(items: Iterable<Item>, textOf: (item: Item) => string): Generator<string> {
  let part = ''
  let before = '[\n'
  for (const item of items) {
    part += `${before}${textOf(item)}`
    before = ',\n'
    if (part.length < PART) continue
    yield part
    part = ''
  }
  yield before === ',\n' ? `${part}\n ]` : '[]'
}

function packageText(pack: PackageBalances, { asOf, money }: Form): string {
  let lines = ''
  for (const line of pack.lines)
    lines += lines === '' ? lineText(line, asOf, money) : `,\n${lineText(line, asOf, money)}`
  return `  {
   "ref": ${quoted(pack.ref)},${asOf ? '' : todayText(pack)}
   "customer": ${quoted(pack.customer)},
   "package": ${quoted(pack.package)},
   "total": "${money(pack.total)}",
   "paid": "${money(pack.paid)}",
   "owed": "${money(pack.owed)}",
   "funds": "${money(pack.funds)}",
   "lines": ${lines === '' ? '[]' : `[\n${lines}\n   ]`}
  }`
}

/** What is said of today only. */
function todayText({ status, expires, members }: PackageBalances): string {
  const text = `\n   "status": "${status}",`
  if (expires === null && members.length === 0) return text
  const numbers = members.map((number) => `    ${quoted(number)}`).join(',\n')
  return `${text}
   "expires": ${expires === null ? 'null' : `"${expires}"`},
   "members": ${numbers === '' ? '[]' : `[\n${numbers}\n   ]`},`
}

function lineText(line: CodeFigures, asOf: boolean, money: Form['money']): string {
  const pending = asOf ? '' : `\n     "pending": "${quantityText(line.pending)}",`
  return `    {
     "code": ${quoted(line.code)},
     "kind": "${line.kind}",
     "included": "${quantityText(line.included)}",
     "used": "${quantityText(line.used)}",
     "remaining": "${quantityText(line.remaining)}",${pending}
     "dollarsIncluded": "${money(line.dollarsIncluded)}",
     "dollarsUsed": "${money(line.dollarsUsed)}",
     "dollarsRemaining": "${money(line.dollarsRemaining)}"
    }`
}

/** Nearly every ref, number and code is letters and digits, which need no escape. */
const PLAIN = /^[\w .-]*$/

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text)
}
