import { plain } from '../columns/plain-name.ts'
import type { NoPayment } from './status-words.ts'

interface Rule {
  readonly reason: NoPayment
  readonly values: RegExp
  /** in files of processors only: a bank calls what a customer sent a transfer or a withdrawal, too */
  readonly ofProcessors?: true
}

/** What types of lines are no payments of customers, with processors of any language. */
const RULES: readonly Rule[] = [
  {
    reason: 'held',
    // "Hold" at PayPal, "reserve" and "risk" at Stripe; both ways.
    values:
      /\b(hold on balance|hold for|payment hold|payment release|cancellation of hold|release of|reversal of general account hold|general (account )?hold|account hold|temporary hold|funds? (hold|held|released)|reserve|reserved funds|reserve (hold|release|transaction)|risk reserved|payment review|authorization|open authorization|einbehaltung|einbehalt|freigabe|guthabeneinbehalt|retenue|suspension|liberation|blocage|deblocage|trattenuta|sblocco|retencion|liberacion|retencao|liberacao|inhouding|vrijgave|reservering)\b|^(order|void of authorization|autorisierung|autorisation|autorizzazione|autorizacion|autorizacao|autorisatie)$|保留|留保/,
    ofProcessors: true,
  },
  {
    reason: 'payout',
    values:
      /^(payouts?|payout (reversal|failure|cancel|cancellation|fee|minimum balance.*)|automatic (payout|transfer|withdrawal)|(general |user initiated |instant |standard )?withdrawal( to (bank|card|debit card).*)?|(transfer|withdraw funds) to (bank|a bank|card|your bank).*|bank (withdrawal|transfer payout)|bank deposit to (pp|paypal) account( obsolete)?|transfer out to bank|deposit to bank|settlement|disbursement|topup|top up|allgemeine abbuchung|abbuchung|auszahlung(en)?|von nutzer eingeleitete abbuchung|bankgutschrift auf paypal konto|uberweisung auf( das)? bankkonto|virement (vers|sur) (le |votre )?(compte bancaire|banque)|versement|versement bancaire|retrait( initie par l utilisateur| general)?|virement standard|prelievo( generico)?|trasferimento (su|sul) conto bancario|accredito su conto bancario|retirada( general)?|retiro( general)?|transferencia a(l)? (la )?(cuenta bancaria|banco)|abono en cuenta|saque|levantamento|transferencia para (o |a )?(banco|conta bancaria)|uitbetaling|algemene opname|opname|overboeking naar bankrekening|出金|振込|入金処理|銀行への引き出し|提现)$/,
    ofProcessors: true,
  },
  {
    reason: 'payout',
    values: /^(payout|payout reversal|payout failure|transfer|topup|contribution)$/,
    ofProcessors: true,
  },
  {
    reason: 'exchange',
    values:
      /\b(currency conversion|conversion de devise|wahrungsumrechnung|conversione (di )?valuta|conversion de divisa|conversao de moeda|valutaomrekening|valutaconversie)\b|^(exchange|conversion|neutral|umtausch|change|cambio)$|通貨換算|外貨両替/,
  },
]

/** Why a line of this type is no payment; undefined where it may be one. */
export function typeIsNoPayment(word: string, isProcessors: boolean): NoPayment | undefined {
  const written = plain(word)
  if (written === '') return undefined
  return RULES.find(({ values, ofProcessors }) => (isProcessors || !ofProcessors) && values.test(written))?.reason
}

const CASH =
  /^(cash|cash payment|bar|bargeld|barzahlung|especes|contanti|contante|efectivo|dinheiro|numerario|contant|kontant|現金|现金)$/

/** Whether a way of paying is cash, which never passes a processor. */
export function isCash(word: string): boolean {
  return CASH.test(plain(word))
}

/** Words for money that goes back, of types without a sign of their own. */
const BACK =
  /\b(refund(ed|s)?|partial refund|chargeback|reversal|dispute|payment refund|ruckerstattung|erstattung|ruckzahlung|ruckbuchung|ruckzahlungen|remboursement|retrofacturation|rimborso|storno|reembolso|devolucion|contracargo|devolucao|estorno|terugbetaling|terugboeking|restitutie)\b|返金|払戻|退款/

/** Whether a type is money that goes back to a customer. */
export function isGoneBack(word: string): boolean {
  return BACK.test(plain(word))
}

/** What a processor itself keeps or puts right: nobody's payment, and hardly ever money that came in. */
const OWN_CHARGE =
  /\b(fees?|adjustments?|corrections?|withdrawals?|loan|tax|gebuhr(en)?|entgelt|frais|commissioni?|comision(es)?|taxas?|kosten)\b|手数料|手续费/

export function isOwnCharge(word: string): boolean {
  return OWN_CHARGE.test(plain(word))
}

const SALE =
  /^(sales?|charges?|payments?|card (sale|payment)|purchases?|verkauf|verkaufe|zahlung|vente|paiement|vendita|pagamento|venta|pago|cobro|venda|verkoop|betaling|売上|销售)$/
const PAYOUT = /^((automatic |instant )?(payouts?|transfer to bank)|auszahlung(en)?|versement|uitbetaling|提现)$/

/** Whether the kinds of lines are those of a processor: sales, or what went back, beside payouts to the bank. */
export function areProcessors(types: Iterable<string>): boolean {
  const words = [...types].map(plain)
  return words.some((word) => PAYOUT.test(word)) && words.some((word) => SALE.test(word) || BACK.test(word))
}
