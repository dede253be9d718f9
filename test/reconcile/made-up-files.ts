import { amountText, cents } from '../../shared/money.ts'

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

interface Language {
  readonly name: string
  readonly currency: string
  readonly locale: string
  readonly date: readonly string[]
  readonly valueDate: string
  readonly amount: readonly string[]
  readonly pair: readonly (readonly [received: string, paidOut: string])[]
  readonly direction: readonly (readonly [name: string, received: string, paidOut: string])[]
  readonly text: readonly string[]
  readonly balance: string
  readonly currencyColumn: string
  readonly status: readonly [name: string, done: string, pending: string, failed: string]
  readonly opening: string
  readonly closing: string
  readonly total: string
  readonly preamble: readonly string[]
  readonly footer: string
  readonly dates: readonly ('dmy.' | 'dmy/' | 'dmy-' | 'mdy/' | 'ymd-' | 'ymd/' | 'compact' | 'era' | 'kanji')[]
  readonly thousands: readonly string[]
  readonly decimal: '.' | ','
  readonly encodings: readonly ('utf-8' | 'utf-8-bom' | 'utf-16le' | 'latin1' | 'ascii')[]
  readonly words: readonly string[]
}

const LATIN = ['utf-8', 'utf-8-bom', 'utf-16le', 'latin1'] as const

export const LANGUAGES: readonly Language[] = [
  {
    name: 'en-US',
    currency: 'USD',
    locale: 'en-US',
    date: ['Date', 'Posting Date', 'Transaction Date', 'Post Date'],
    valueDate: 'Effective Date',
    amount: ['Amount', 'Transaction Amount', 'Amount (USD)'],
    pair: [
      ['Credit', 'Debit'],
      ['Deposits', 'Withdrawals'],
      ['Credit Amount', 'Debit Amount'],
      ['Deposits ($)', 'Withdraws ($)'],
      ['Money In', 'Money Out'],
    ],
    direction: [
      ['Transaction Type', 'Credit', 'Debit'],
      ['Debit/Credit', 'C', 'D'],
      ['+/-', '+', '-'],
      ['Credit Debit Indicator', 'CRDT', 'DBIT'],
      ['Type', 'Deposit', 'Withdrawal'],
    ],
    text: ['Description', 'Memo', 'Details', 'Payee'],
    balance: 'Running Balance',
    currencyColumn: 'Currency',
    status: ['Status', 'Posted', 'Pending', 'Declined'],
    opening: 'Opening balance',
    closing: 'Ending balance',
    total: 'Total',
    preamble: ['Account: Ops Checking', 'Downloaded 01/31/2026', 'Summit Credit Union', 'Balance as of 01/31/2026: $12,450.00'],
    footer: 'End of report',
    dates: ['mdy/', 'ymd-'],
    thousands: [',', ''],
    decimal: '.',
    encodings: ['utf-8', 'utf-8-bom', 'utf-16le', 'ascii'],
    words: ['ZELLE FROM OAKES', 'MOBILE DEPOSIT', 'CHECK 118', 'AVGAS DEPOT', 'Package 10h, Banner', 'Refund "kit"'],
  },
  {
    name: 'de',
    currency: 'EUR',
    locale: 'de-DE',
    date: ['Buchungstag', 'Buchungsdatum', 'Datum'],
    valueDate: 'Valutadatum',
    amount: ['Betrag', 'Betrag (EUR)', 'Umsatz', 'Betrag in EUR'],
    pair: [
      ['Haben', 'Soll'],
      ['Gutschrift', 'Belastung'],
      ['Gutschrift in EUR', 'Belastung in EUR'],
      ['Eingang', 'Ausgang'],
    ],
    direction: [
      ['Soll/Haben', 'H', 'S'],
      ['S/H', 'H', 'S'],
      ['Umsatzart', 'Gutschrift', 'Lastschrift'],
      ['Soll-/Haben-Kennzeichen', 'Haben', 'Soll'],
    ],
    text: ['Verwendungszweck', 'Buchungstext', 'Vorgang/Verwendungszweck'],
    balance: 'Saldo nach Buchung',
    currencyColumn: 'Waehrung',
    status: ['Status', 'gebucht', 'vorgemerkt', 'storniert'],
    opening: 'Anfangssaldo',
    closing: 'Endsaldo',
    total: 'Summe',
    preamble: ['Kontoumsätze', 'Kontonummer: 4711', 'Kontostand vom 31.01.2026: 12.450,00 EUR', 'Zeitraum: 01.01.2026 - 31.01.2026'],
    footer: 'Diese Übersicht ist kein Kontoauszug',
    dates: ['dmy.', 'ymd-', 'dmy/'],
    thousands: ['.', ''],
    decimal: ',',
    encodings: LATIN,
    words: ['GUTSCHR. UEBERWEISUNG', 'Paket 10 Std; Müller', 'Rücklastschrift Größe', 'LOHSE HANNA', 'Flugstunden', 'Avgas'],
  },
  {
    name: 'fr',
    currency: 'EUR',
    locale: 'fr-FR',
    date: ['Date', "Date d'opération", 'Date de comptabilisation', 'Date opération'],
    valueDate: 'Date de valeur',
    amount: ['Montant', 'Montant (EUR)', "Montant de l'opération", 'Montant en euros'],
    pair: [
      ['Crédit', 'Débit'],
      ['Crédit euros', 'Débit euros'],
      ['Montant au crédit', 'Montant au débit'],
      ['Recettes', 'Dépenses'],
    ],
    direction: [
      ['Sens', 'C', 'D'],
      ['Sens', 'Crédit', 'Débit'],
    ],
    text: ['Libellé', "Libellé de l'opération", 'Libelle', 'Motif'],
    balance: 'Solde',
    currencyColumn: 'Devise',
    status: ['Statut', 'comptabilisé', 'en attente', 'refusé'],
    opening: 'Solde initial',
    closing: 'Solde final',
    total: 'Total',
    preamble: ['Téléchargement du 31/01/2026', 'Compte courant n° 000', 'ECOLE DE VOL', 'Solde au 31/01/2026 12 450,00 €'],
    footer: 'Fin du relevé',
    dates: ['dmy/', 'ymd-', 'dmy.'],
    thousands: ['\u00a0', ' ', ''],
    decimal: ',',
    encodings: LATIN,
    words: ['VIREMENT DURAND LEA', 'FORFAIT 10H', 'Remboursement élève', 'CHEQUE 118', 'Paiement reçu', 'PRELEVEMENT'],
  },
  {
    name: 'it',
    currency: 'EUR',
    locale: 'it-IT',
    date: ['Data', 'Data contabile', 'Data operazione'],
    valueDate: 'Data valuta',
    amount: ['Importo', 'Importo (EUR)'],
    pair: [
      ['Accrediti', 'Addebiti'],
      ['Avere', 'Dare'],
      ['Entrate', 'Uscite'],
    ],
    direction: [
      ['Dare/Avere', 'Avere', 'Dare'],
      ['D/A', 'A', 'D'],
      ['Segno', '+', '-'],
    ],
    text: ['Descrizione', 'Causale', 'Descrizione operazione'],
    balance: 'Saldo',
    currencyColumn: 'Divisa',
    status: ['Stato', 'contabilizzato', 'in attesa', 'annullato'],
    opening: 'Saldo iniziale',
    closing: 'Saldo finale',
    total: 'Totale',
    preamble: ['Movimenti del conto', 'Saldo contabile al 31/01/2026: 12.450,00', 'Intestatario: Scuola di volo'],
    footer: 'Fine elenco movimenti',
    dates: ['dmy/', 'ymd-', 'dmy-'],
    thousands: ['.', ''],
    decimal: ',',
    encodings: LATIN,
    words: ['BONIFICO ROSSI', 'Pacchetto 10 ore', 'Rimborso già emesso', 'ASSEGNO 118', 'Carburante', 'Lezione'],
  },
  {
    name: 'es',
    currency: 'EUR',
    locale: 'es-ES',
    date: ['Fecha', 'Fecha operación', 'F. Operación', 'Fecha contable'],
    valueDate: 'Fecha valor',
    amount: ['Importe', 'Importe (EUR)', 'Importe EUR'],
    pair: [
      ['Abonos', 'Cargos'],
      ['Haber', 'Debe'],
      ['Ingresos', 'Gastos'],
    ],
    direction: [
      ['Cargo/Abono', 'Abono', 'Cargo'],
      ['Signo', '+', '-'],
      ['Debe/Haber', 'H', 'D'],
    ],
    text: ['Concepto', 'Descripción', 'Observaciones'],
    balance: 'Saldo',
    currencyColumn: 'Divisa',
    status: ['Estado', 'contabilizado', 'pendiente', 'rechazado'],
    opening: 'Saldo inicial',
    closing: 'Saldo final',
    total: 'Total',
    preamble: ['Movimientos de la cuenta', 'Titular: Escuela de vuelo', 'Saldo disponible: 12.450,00 EUR'],
    footer: 'Fin de los movimientos',
    dates: ['dmy/', 'dmy-', 'ymd-'],
    thousands: ['.', ''],
    decimal: ',',
    encodings: LATIN,
    words: ['TRANSFERENCIA DE RUIZ', 'Paquete 10 horas', 'Devolución señal', 'CHEQUE 118', 'Combustible', 'Clase de vuelo'],
  },
  {
    name: 'pt',
    currency: 'BRL',
    locale: 'pt-BR',
    date: ['Data', 'Data Lançamento', 'Data do movimento'],
    valueDate: 'Data valor',
    amount: ['Valor', 'Valor (R$)', 'Valor da transação'],
    pair: [
      ['Crédito', 'Débito'],
      ['Entradas', 'Saídas'],
      ['Crédito (R$)', 'Débito (R$)'],
    ],
    direction: [
      ['Tipo', 'Crédito', 'Débito'],
      ['D/C', 'C', 'D'],
      ['Débito/Crédito', 'C', 'D'],
    ],
    text: ['Descrição', 'Histórico'],
    balance: 'Saldo',
    currencyColumn: 'Moeda',
    status: ['Estado', 'efetuado', 'pendente', 'cancelado'],
    opening: 'Saldo anterior',
    closing: 'Saldo final',
    total: 'Total',
    preamble: ['Extrato da conta', 'Período: 01/01/2026 a 31/01/2026', 'Cliente: Escola de voo'],
    footer: 'Fim do extrato',
    dates: ['dmy/', 'ymd-', 'dmy-'],
    thousands: ['.', ''],
    decimal: ',',
    encodings: LATIN,
    words: ['PIX RECEBIDO SILVA', 'Pacote 10 horas', 'Devolução', 'CHEQUE 118', 'Combustível', 'Aula de voo'],
  },
  {
    name: 'nl',
    currency: 'EUR',
    locale: 'nl-NL',
    date: ['Datum', 'Boekdatum', 'Boekingsdatum'],
    valueDate: 'Rentedatum',
    amount: ['Bedrag', 'Bedrag (EUR)', 'Transactiebedrag'],
    pair: [
      ['Bij', 'Af'],
      ['Credit', 'Debet'],
      ['Bijschrijving', 'Afschrijving'],
    ],
    direction: [
      ['Af Bij', 'Bij', 'Af'],
      ['Debet/Credit', 'C', 'D'],
      ['Bij/Af', 'Bij', 'Af'],
    ],
    text: ['Omschrijving', 'Mededelingen'],
    balance: 'Saldo na boeking',
    currencyColumn: 'Muntsoort',
    status: ['Status', 'geboekt', 'in behandeling', 'geweigerd'],
    opening: 'Beginsaldo',
    closing: 'Eindsaldo',
    total: 'Totaal',
    preamble: ['Rekeningoverzicht', 'Periode 01-01-2026 t/m 31-01-2026', 'Vliegschool'],
    footer: 'Einde overzicht',
    dates: ['dmy-', 'compact', 'ymd-'],
    thousands: ['.', ''],
    decimal: ',',
    encodings: LATIN,
    words: ['SEPA OVERBOEKING KOOI', 'Pakket 10 uur', 'Terugbetaling één les', 'Brandstof', 'J. Vliegenthart', 'Les'],
  },
  {
    name: 'ja',
    currency: 'JPY',
    locale: 'ja-JP',
    date: ['日付', '取引日', 'お取引日', '年月日'],
    valueDate: '起算日',
    amount: ['金額', '取引金額', '金額(円)'],
    pair: [
      ['お預り金額', 'お支払金額'],
      ['入金', '出金'],
      ['お預入れ', 'お引出し'],
      ['入金金額(円)', '出金金額(円)'],
    ],
    direction: [
      ['入出金区分', '入金', '出金'],
      ['入払区分', '入', '出'],
    ],
    text: ['摘要', 'お取扱内容', '取引内容'],
    balance: '差引残高',
    currencyColumn: '通貨',
    status: ['状態', '完了', '処理中', '取消'],
    opening: '前月繰越',
    closing: '期末残高',
    total: '合計',
    preamble: ['口座番号 0000000', '照会期間 2026年1月', '航空学校'],
    footer: '以上',
    dates: ['ymd/', 'kanji', 'era', 'ymd-', 'compact'],
    thousands: [',', ''],
    decimal: '.',
    encodings: ['utf-8', 'utf-8-bom', 'utf-16le'],
    words: ['振込 ヤマダ ハナコ', '十時間パック', '返金', '燃料', 'フライトレッスン', '手数料なし'],
  },
]

/** Makes one file from a seed: bank, encoding, delimiter, sign form, preamble, footer, status and order at random. */
export function madeUpFile(seed: number): MadeUpFile {
  const random = numbersFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const chance = (part: number) => random() < part
  const language = pick(LANGUAGES)
  const form = pick<Form>(['signed', 'signed', 'pair', 'pair', 'direction', 'direction', 'crdr', 'trailing', 'parentheses'])
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
  const dates = Array.from({ length: count }, () => `2026-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`).toSorted()
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
  if (hasBalance) columns.push({ name: language.balance, cell: (line) => (line.status === 'done' ? money(line.balance) : '') })

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
    lines: ordered.filter(({ status }) => status === 'done').map(({ date, amount, text: words }) => ({ date, amount, text: words })),
    kind: [language.name, form, dateForm, encoding, delimiter, hasStatus ? 'status' : '', hasBalance ? 'balance' : ''].join(' '),
  }
}
