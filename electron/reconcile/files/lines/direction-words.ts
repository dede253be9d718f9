import { plain } from '../columns/plain-name.ts'

export type Way = 'in' | 'out'

const IN =
  /^(credit|credits|cr|c|crdt|deposit|in|incoming|inflow|money in|paid in|received|h|haben|gutschrift|eingang|zugang|einnahme|bij|bijschrijving|credito|a credito|accredito|avere|a|entrata|abono|haber|ingreso|entrada|recette|entree|encaissement|au credit|positive|plus|income|revenue|einnahmen|入金|入|受取|収入|收入|收|贷|贷方|转入|お?預入|お?預り)$/
const OUT =
  /^(debit|debits|dr|d|db|dbit|withdrawal|out|outgoing|outflow|money out|paid out|sent|s|soll|lastschrift|belastung|ausgang|abgang|ausgabe|af|afschrijving|debet|debito|a debito|addebito|dare|uscita|u|cargo|debe|salida|gasto|egreso|saida|depense|sortie|decaissement|au debit|negative|minus|expense|expenses|ausgaben|uitgave|spesa|despesa|出金|出|支払|支払い|支出|支|借|借方|转出|お?引出|お?支払)$/
const IN_PHRASE = /\b(credit|deposit|gutschrift|bijschrijving|accredito|abono|ingreso|incoming)\b/
const OUT_PHRASE = /\b(debit|withdrawal|withdraw|lastschrift|belastung|afschrijving|addebito|cargo|outgoing|purchase)\b/
const UNSURE = /\b(refund|reversal|return|returned|card|adjustment|correction)\b/

/** Which way an amount went by the word beside it; undefined where the word does not say. */
export function wayOf(word: string): Way | undefined {
  const sign = word.normalize('NFKC').trim()
  if (sign === '+') return 'in'
  if (/^[-−–]$/.test(sign)) return 'out'
  const written = plain(word)
  if (IN.test(written)) return 'in'
  if (OUT.test(written)) return 'out'
  return wayOfPhrase(written)
}

/** "ACH credit", "Check deposit": one of the words stands in it, and nothing that turns it. */
function wayOfPhrase(written: string): Way | undefined {
  if (UNSURE.test(written)) return undefined
  const [isIn, isOut] = [IN_PHRASE.test(written), OUT_PHRASE.test(written)]
  if (isIn === isOut) return undefined
  return isIn ? 'in' : 'out'
}

/** Words that hint at money that goes out, though they do not say it for sure. */
const HINTS =
  /\b(refund(ed|s)?|returns?|returned|chargebacks?|reversals?|reversed|debit|withdraw\w*|purchase|payment to|paid to|(bank |service |monthly |account |wire |card |processing |atm )?fees?|(service|bank|monthly|finance|account) charges?|nsf|overdraft|check paid|bill ?pay(ment)?|card payment|transfer out|(wire |ach |online )?transfer to|wire out|sent to|payroll|lastschrift|auszahlung|uberweisung an|dauerauftrag|entgelt|gebuhr(en)?|kontofuhrung\w*|erstattung|ruckerstattung|rucklastschrift|prelevement|retrait|remboursement|frais|cotisation|virement emis|achat|prelievo|rimborso|commissioni?|canone|bonifico (a|in uscita)|compra|retiro|reembolso|devolucion|comision(es)?|saque|estorno|tarifa|pix enviado|enviad[oa]|afschrijving|incasso|opname|terugbetaling|kosten)\b|引落|引出|支払|返金|手数料|消费|转账|退款|手续费/g

/** What as a type hints at it, and as a word of a text may be about anything. */
const OF_TYPES = /\b(charges?|payouts?|pagamento|recibo|pago|betaling)\b/

/** Whether a type may be money that went out. */
export function mayGoOut(word: string): boolean {
  return hintsIn(word).length > 0 || OF_TYPES.test(plain(word))
}

/** Beside these the ways of paying hint at nothing: "Gutschr. Dauerauftrag", "Card payment received". */
const CAME_IN =
  /\b(gutschr\w*|credit|deposit|incoming|received|zahlungseingang|recu|abono|accredito|bijschrijving)\b|入金|收入/
const WAYS_OF_PAYING =
  /^(dauerauftrag|card payment|debit|purchase|bill ?pay(ment)?|transfer to|payment to|compra|achat)$/

/** The words of a cell that hint at money that went out, as they compare. */
export function hintsIn(cell: string): string[] {
  const written = plain(cell)
  const hints = written.match(HINTS) ?? []
  return hints.length > 0 && CAME_IN.test(written) ? hints.filter((word) => !WAYS_OF_PAYING.test(word)) : hints
}
