import { amountText, cents } from '../../shared/money.ts'
import { NORTHERN_BANKS } from './made-up-banks-north.ts'
import { OTHER_BANKS } from './made-up-banks-other.ts'

/** A sequence of numbers from 0 to 1 that is the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A line as the file means it. */
export interface MadeUpLine {
  readonly date: string
  readonly amount: number
  readonly text: string
}

/** A file as a bank might write it, with the lines that it means. */
export interface MadeUpFile {
  readonly bytes: Uint8Array
  readonly text: string
  readonly currency: string
  readonly locale: string
  readonly lines: readonly MadeUpLine[]
  /** what it was made of, for whoever looks at a failure */
  readonly kind: string
}

type Form = 'signed' | 'pair' | 'direction' | 'crdr' | 'trailing' | 'parentheses'

/** Makes one file from a seed: bank, encoding, delimiter, sign form, preamble, footer, status and order at random. */
export function madeUpFile(seed: number): MadeUpFile {
  const random = numbersFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const chance = (part: number) => random() < part
  const language = pick([...NORTHERN_BANKS, ...OTHER_BANKS])
  const form = pick<Form>([
    'signed',
    'signed',
    'pair',
    'pair',
    'direction',
    'direction',
    'crdr',
    'trailing',
    'parentheses',
  ])
  const minor = language.currency === 'JPY' ? 0 : 2
  const dateForm = pick(language.dates)
  const thousands = pick(language.thousands)
  const hasStatus = chance(0.35)
  const hasBalance = chance(0.5)
  const hasCurrency = chance(0.4)
  const hasValueDate = chance(0.4)
  const latestFirst = chance(0.4)
  const balanceRows = chance(0.3)
  const count = 3 + Math.floor(random() * 8)

  const money = (value: number) => {
    const [whole = '', fraction] = amountText(cents(Math.abs(value)), minor).split('.')
    const grouped = thousands === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands)
    const digits = fraction === undefined ? grouped : `${grouped}${language.decimal}${fraction}`
    return value < 0 ? `-${digits}` : digits
  }
  const day = (iso: string) => {
    const [year = '', month = '', date = ''] = iso.split('-')
    if (dateForm === 'dmy.') return `${date}.${month}.${year}`
    if (dateForm === 'dmy/') return `${date}/${month}/${year}`
    if (dateForm === 'dmy-') return `${date}-${month}-${year}`
    if (dateForm === 'mdy/') return `${month}/${date}/${year}`
    if (dateForm === 'ymd/') return `${year}/${month}/${date}`
    if (dateForm === 'compact') return `${year}${month}${date}`
    if (dateForm === 'era') return `令和${Number(year) - 2018}年${Number(month)}月${Number(date)}日`
    if (dateForm === 'kanji') return `${year}年${Number(month)}月${Number(date)}日`
    return iso
  }
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
  const dates = Array.from(
    { length: count },
    () => `2026-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
  ).toSorted()
  let balance = 1_000_000
  const made = dates.map((date, place) => {
    const size = minor === 0 ? 1 + Math.floor(random() * 200_000) : 1 + Math.floor(random() * 300_000)
    const amount = chance(0.35) ? -size : size
    const status = !hasStatus ? 'done' : pick(['done', 'done', 'done', 'pending', 'failed'] as const)
    if (status === 'done') balance += amount
    return { date, amount, text: `${pick(language.words)} ${place}`, status, balance }
  })

  const [received, paidOut] = pick(language.pair)
  const [directionName, inWord, outWord] = pick(language.direction)
  const textName = pick(language.text)
  const columns: { name: string; cell: (line: (typeof made)[number]) => string }[] = [
    { name: pick(language.date), cell: ({ date }) => day(date) },
    ...(hasValueDate ? [{ name: language.valueDate, cell: ({ date }: (typeof made)[number]) => day(date) }] : []),
    { name: textName, cell: ({ text }) => text },
  ]
  const amountName = pick(language.amount)
  const amounts: typeof columns =
    form === 'pair'
      ? [
          { name: paidOut, cell: ({ amount }) => (amount < 0 ? money(-amount) : '') },
          { name: received, cell: ({ amount }) => (amount > 0 ? money(amount) : '') },
        ]
      : form === 'direction'
        ? [
            { name: directionName, cell: ({ amount }) => (amount < 0 ? outWord : inWord) },
            { name: amountName, cell: ({ amount }) => money(Math.abs(amount)) },
          ]
        : [
            {
              name: amountName,
              cell: ({ amount }) => {
                const digits = money(Math.abs(amount))
                if (form === 'crdr') return `${digits} ${amount < 0 ? 'DR' : 'CR'}`
                if (form === 'trailing') return amount < 0 ? `${digits}-` : digits
                if (form === 'parentheses') return amount < 0 ? `(${digits})` : digits
                return money(amount)
              },
            },
          ]
  columns.push(...(form === 'pair' && chance(0.5) ? amounts.toReversed() : amounts))
  if (hasCurrency) columns.push({ name: language.currencyColumn, cell: () => language.currency })
  if (hasStatus) {
    const [name, done, pending, failed] = language.status
    columns.push({ name, cell: ({ status }) => ({ done, pending, failed })[status] })
  }
  if (hasBalance)
    columns.push({ name: language.balance, cell: (line) => (line.status === 'done' ? money(line.balance) : '') })

  const delimiter = pick([',', ';', '\t', '|'] as const)
  const quoteAll = chance(0.3)
  const quoted = (cell: string) =>
    quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const row = (cells: readonly string[]) => cells.map(quoted).join(delimiter)
  const ordered = latestFirst ? made.toReversed() : made
  const lines = [
    row(columns.map(({ name }) => name)),
    ...ordered.map((line) => row(columns.map(({ cell }) => cell(line)))),
  ]
  const special = (words: string, value: number, date: string) =>
    row(
      columns.map(({ name, cell }, place) => {
        if (name === textName) return words
        if (place === 0) return date
        if (amounts.some((amount) => amount.name === name) && name !== directionName)
          return name === paidOut && form === 'pair' ? '' : money(value)
        if (name === directionName && form === 'direction') return inWord
        return name === language.currencyColumn ? cell(made[0]!) : ''
      }),
    )
  if (balanceRows) {
    const [first, last] = [made[0]!, made.at(-1)!]
    const opening = special(language.opening, 1_000_000, chance(0.5) ? day(first.date) : '')
    const closing = special(language.closing, last.balance, chance(0.5) ? day(last.date) : '')
    lines.splice(1, 0, latestFirst ? closing : opening)
    lines.push(latestFirst ? opening : closing)
  }
  if (chance(0.2)) lines.push(special(language.total, Math.abs(made.reduce((sum, { amount }) => sum + amount, 0)), ''))
  if (chance(0.25)) lines.push('', language.footer)
  const preamble = language.preamble.filter(() => chance(0.4))
  if (preamble.length > 0) lines.unshift(...preamble, ...(chance(0.5) ? [''] : []))
  if (chance(0.15)) lines.unshift(`sep=${delimiter}`)
  const end = pick(['\n', '\r\n'])
  const text = lines.join(end) + (chance(0.8) ? end : '')
  const encoding = pick(language.encodings)
  const bytes =
    encoding === 'utf-16le'
      ? Buffer.from(`\uFEFF${text}`, 'utf16le')
      : encoding === 'latin1'
        ? Buffer.from(text.replaceAll('€', 'EUR'), 'latin1')
        : Buffer.from(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text)
  return {
    bytes,
    text,
    currency: language.currency,
    locale: language.locale,
    lines: ordered
      .filter(({ status }) => status === 'done')
      .map(({ date, amount, text: words }) => ({ date, amount, text: words })),
    kind: [
      language.name,
      form,
      dateForm,
      encoding,
      delimiter,
      hasStatus ? 'status' : '',
      hasBalance ? 'balance' : '',
    ].join(' '),
  }
}
