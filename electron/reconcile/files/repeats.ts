import { cents } from '../../../shared/money.ts'
import type { Receipt } from '../../../shared/contract/reconcile-file.ts'
import { backKey, contentKey, idKey } from './identity.ts'
import { AHEAD, type KnownLine, type KnownLines } from './known-lines.ts'
import type { ReadReceipt } from './lines/read-line.ts'

/** A line with what it is recognised by, and whether it is there already. */
export interface Recognised {
  readonly receipt: ReadReceipt
  readonly fingerprint: string
  readonly repeats: Receipt['repeats']
  /** the line noted ahead that this one takes the place of; null: none */
  readonly replaces: KnownLine | null
}

/**
 * Notices lines that were taken before or stand in the file twice. A processor's number is the identity, whatever else
 * changed. Without one, a bank may well report two equal deposits on one day: the second of them is another line, and a
 * file that overlaps repeats as many of them as were taken. What went back so far gives only what is new.
 */
export function recognised(receipts: readonly ReadReceipt[], known: KnownLines): Recognised[] {
  return receipts.map(recogniser(receipts, known))
}

/** The same for one line after the other, in their order: thousands of them are not one turn. */
export function recogniser(receipts: readonly ReadReceipt[], known: KnownLines): (receipt: ReadReceipt) => Recognised {
  const sharing = sharedIds(receipts)
  const times = new Map<string, number>()
  const count = (key: string) => {
    const now = (times.get(key) ?? 0) + 1
    times.set(key, now)
    return now
  }
  const replaced = new Set<string>()
  const asBooking = (line: Recognised): Recognised => {
    if (line.repeats !== null) return line
    if (line.receipt.ahead) {
      const fingerprint = `${AHEAD}${line.fingerprint}`
      return { ...line, fingerprint, repeats: known.hasFingerprint(fingerprint) ? 'taken_before' : null }
    }
    const ahead = known.notedAhead(line.receipt, line.fingerprint)
    if (ahead === undefined || replaced.has(ahead.fingerprint)) return line
    replaced.add(ahead.fingerprint)
    return { ...line, replaces: ahead }
  }
  const paid = new Set(receipts.flatMap(({ id, amount, soFar }) => (id !== '' && amount > 0 && !soFar ? [id] : [])))
  let payment: ReadReceipt | undefined
  const given = new Set<string>()
  /** A file that was taken out again may leave a later number behind. */
  const numbered = (content: string, from: number) => {
    let number = from
    while (given.has(`${content} ${number}`) || known.hasFingerprint(`${content} ${number}`)) number++
    given.add(`${content} ${number}`)
    return `${content} ${number}`
  }
  return (receipt) => {
    if (receipt.soFar) return grown(receipt, payment ?? receipt, known)
    payment = receipt
    const { id, amount } = receipt
    if (id !== '' && !sharing.has(idKey(id, amount))) {
      // What goes back under the number of its payment may do so in parts.
      const inParts = amount < 0 && (paid.has(id) || known.hasId(idKey(id, 1)))
      const fingerprint = inParts ? `${idKey(id, amount)} ${contentKey(receipt)}` : idKey(id, amount)
      const twice = count(fingerprint) > 1
      return asBooking(
        one(receipt, fingerprint, twice ? 'in_this_file' : known.hasId(fingerprint) ? 'taken_before' : null),
      )
    }
    const content = contentKey(receipt)
    const now = count(content)
    // With a number that others share, the same line again is a repeat.
    if (id !== '' && now > 1) return one(receipt, `${content} ${now}`, 'in_this_file')
    const repeats = now <= known.timesOf(content) ? 'taken_before' : null
    return asBooking(one(receipt, repeats === null ? numbered(content, now) : `${content} ${now}`, repeats))
  }
}

function one(receipt: ReadReceipt, fingerprint: string, repeats: Receipt['repeats']): Recognised {
  return { receipt, fingerprint, repeats, replaces: null }
}

/** Of what went back so far, what no earlier file had. */
function grown(receipt: ReadReceipt, payment: ReadReceipt, known: KnownLines): Recognised {
  const key = backKey(receipt.id === '' ? contentKey(payment) : idKey(receipt.id, 1))
  const sofar = -receipt.amount
  const before = known.backOf(key)
  const fresh = { ...receipt, amount: cents(before - sofar) }
  return one(before < sofar ? fresh : receipt, `${key} ${sofar}`, before < sofar ? null : 'taken_before')
}

/** Numbers that stand with different days or amounts in one file name something else than one movement. */
function sharedIds(receipts: readonly ReadReceipt[]): ReadonlySet<string> {
  const first = new Map<string, string>()
  const shared = new Set<string>()
  for (const { id, amount, date, soFar } of receipts) {
    if (id === '' || soFar) continue
    const key = idKey(id, amount)
    const said = `${date} ${amount}`
    if ((first.get(key) ?? said) !== said) shared.add(key)
    first.set(key, said)
  }
  return shared
}
