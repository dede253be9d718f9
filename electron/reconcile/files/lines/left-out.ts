import type { BusinessDate } from '../../../../shared/dates.ts'
import type { Cents } from '../../../../shared/money.ts'
import { wayOf } from './direction-words.ts'
import { cellAt, type FileLine } from './cells-of-line.ts'
import { hintedNone } from './hinted-direction.ts'
import type { Reading } from './reading.ts'
import { statusOf, type NoPayment } from './status-words.ts'
import { isCash, typeIsNoPayment } from './type-words.ts'

/** A line that is no payment of a customer, with what could be read of it. */
export interface LeftOut {
  readonly row: number
  readonly reason: NoPayment
  /** what the file says in place of a payment: the word of its status or type */
  readonly word: string
  readonly date: BusinessDate | null
  readonly amount: Cents | null
  readonly text: string
}

/** Why a line is no payment, by the words in it; null: nothing speaks against it. */
export function reasonToLeaveOut(line: FileLine, reading: Reading): { reason: NoPayment; word: string } | null {
  const { extra, words, names, ofProcessor } = reading
  const said = (place: number) =>
    words.find(({ column, value }) => column === names[place] && value === cellAt(line.fields, place))?.means
  const { direction } = reading
  const told = 'place' in direction ? [direction.place] : []
  for (const place of [...extra.statuses, ...extra.types, ...told]) {
    if (said(place) === 'no_payment') return { reason: 'said', word: cellAt(line.fields, place) }
  }
  const hinted = direction.by === 'hinted' ? hintedNone(line.fields, direction) : undefined
  if (hinted !== undefined) return { reason: 'said', word: hinted }
  const statuses = extra.statuses.filter((place) => said(place) !== 'payment')
  for (const place of statuses) {
    const status = statusOf(cellAt(line.fields, place))
    if (status === 'pending' || status === 'failed') return { reason: status, word: cellAt(line.fields, place) }
  }
  for (const { place, state } of extra.flags) {
    const word = cellAt(line.fields, place)
    if (state !== 'done' && YES.test(word)) return { reason: state, word: names[place] ?? '' }
    if (state === 'done' && NO.test(word)) return { reason: 'pending', word: `${names[place] ?? ''}: ${word}` }
  }
  for (const place of extra.remarks) {
    const word = cellAt(line.fields, place)
    const status = word.length < SHORTEST_REMARK ? undefined : statusOf(word)
    if (status === 'pending' || status === 'failed') return { reason: status, word }
  }
  const noted = line.fields.find((cell, place) => !reading.extra.types.includes(place) && isNotedAhead(cell))
  if (noted !== undefined) return { reason: 'pending', word: noted.trim() }
  for (const place of extra.types.filter((type) => said(type) !== 'payment')) {
    const reason = typeIsNoPayment(cellAt(line.fields, place), ofProcessor)
    if (reason !== undefined) return { reason, word: cellAt(line.fields, place) }
  }
  const bank = ofProcessor ? extra.types.find((place) => isDepositedAway(line, place, reading)) : undefined
  if (bank !== undefined) return { reason: 'payout', word: cellAt(line.fields, bank) }
  if (extra.impact !== -1 && isMemo(cellAt(line.fields, extra.impact)))
    return { reason: 'pending', word: cellAt(line.fields, extra.impact) }
  const cash = ofProcessor ? extra.methods.find((place) => isCash(cellAt(line.fields, place))) : undefined
  return cash === undefined ? null : { reason: 'cash', word: cellAt(line.fields, cash) }
}

/** A processor's deposit below zero goes to the bank. */
function isDepositedAway({ fields }: FileLine, type: number, { places }: Reading): boolean {
  return /^deposits?$/i.test(cellAt(fields, type)) && /^\W*[-(−]/.test(cellAt(fields, places.amount))
}

const YES = /^(yes|y|true|1|x|ja|oui|s[iíì]|sim|はい|是)$/i
const NO = /^(no|n|false|0|nein|non|nao|não|nee|いいえ|否)$/i

/** "No" and "open" in a note may be about anything. */
const SHORTEST_REMARK = 6

/** Banks write it into a column of their own making. */
const NOTED_AHEAD =
  /^(umsatz )?vorgemerkt(er umsatz)?$|^(transaction )?pending( transaction)?$|^noch nicht gebucht$|^(operation )?en cours de (comptabilisation|traitement)$|^movimento non contabilizzato$|^operacion pendiente$|^未確定$/i

function isNotedAhead(cell: string): boolean {
  return cell.length < 60 && NOTED_AHEAD.test(cell.trim())
}

function isMemo(word: string): boolean {
  return word !== '' && wayOf(word) === undefined
}

/** A payment that went back, where the file has no line and no column for what went back. */
const REFUNDED = /^(partially |partial )?refund(ed)?$/i

function showsRefunds(lines: readonly FileLine[], { extra, places }: Reading): boolean {
  if (extra.refunded !== -1 || places.paidOut !== -1 || places.direction !== -1) return true
  return lines.some(({ fields }) => /^\D*[-(−]/.test(cellAt(fields, places.amount)))
}

/** What the words of a status are that nobody knows here, with how often they stand in the file. */
export function unknownStatuses(lines: readonly FileLine[], reading: Reading) {
  const { extra, words, names } = reading
  const hidesRefunds = !showsRefunds(lines, reading)
  return extra.statuses.flatMap((place) => {
    const counts = new Map<string, number>()
    for (const { fields } of lines) {
      const word = cellAt(fields, place)
      const isSaid = words.some(({ column, value }) => column === names[place] && value === word)
      const isUnknown = statusOf(word) === undefined || (hidesRefunds && REFUNDED.test(word))
      if (!isSaid && word.length < 60 && isUnknown) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    // What is different in every line is no status.
    if (counts.size > 6) return []
    return [...counts].map(([word, count]) => ({ place, word, count }))
  })
}
