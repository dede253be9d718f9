import type { Meaning, Meanings } from '../../../shared/contract/bring-over.ts'
import { foldText } from '../../../shared/folded-text.ts'

/** Names that columns of other systems have, folded, for each meaning without a code. */
const NAMES: Readonly<Record<Meaning['of'], readonly string[]>> = {
  number: ['customer number', 'student number', 'number', 'customer id', 'student id', 'id', 'no'],
  name: ['customer name', 'student name', 'name', 'customer', 'student', 'pilot'],
  email: ['email', 'e mail', 'mail'],
  phone: ['phone', 'telephone', 'mobile', 'cell'],
  package: ['package', 'package code', 'package name', 'course', 'program'],
  added: ['added', 'added on', 'sold', 'sold on', 'enrolled', 'start date', 'purchase date'],
  end: ['expires', 'expiry', 'expiration', 'valid until', 'last valid day', 'end date'],
  price: ['price', 'package price', 'agreed price', 'total price', 'total'],
  paid: ['paid', 'amount paid', 'paid so far', 'payments'],
  owed: ['owed', 'amount owed', 'still owed', 'owing', 'due', 'open'],
  account: ['account', 'account balance', 'credit', 'account credit'],
  code: ['code', 'hour type', 'item', 'line', 'resource'],
  used: ['used', 'hours used', 'flown', 'quantity used'],
  left: ['left', 'remaining', 'hours left', 'hours remaining', 'balance'],
  included: ['included', 'hours included', 'bought', 'hours bought', 'purchased', 'hours purchased'],
  rate: ['rate', 'hourly rate', 'price per hour', 'unit price'],
}

/** What a column can say of one hour type or item. */
const OF_A_CODE = ['used', 'left', 'included', 'rate'] as const

/** What the columns mean by their names: a name of the list, or one of the catalogue with "used" or "left". */
export function proposedMeanings(
  header: readonly string[],
  catalogue: readonly { readonly code: string; readonly name: string }[],
): Meanings {
  const taken = new Set<string>()
  return header.map((title) => {
    const meaning = meaningOf(words(title), catalogue)
    const key = meaning && `${meaning.of} ${meaning.code ?? ''}`
    if (!meaning || key === null || taken.has(key)) return null
    taken.add(key)
    return meaning
  })
}

function meaningOf(
  title: string,
  catalogue: readonly { readonly code: string; readonly name: string }[],
): Meaning | null {
  const plain = (Object.keys(NAMES) as Meaning['of'][]).find((of) => NAMES[of].includes(title))
  if (plain) return { of: plain, code: null }
  for (const { code, name } of catalogue) {
    const rest = [words(code), words(name)].flatMap((known) =>
      title.startsWith(`${known} `)
        ? [title.slice(known.length + 1)]
        : title.endsWith(` ${known}`)
          ? [title.slice(0, -known.length - 1)]
          : [],
    )
    const of = OF_A_CODE.find((side) => rest.some((each) => NAMES[side].includes(each)))
    if (of) return { of, code }
  }
  return null
}

function words(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
