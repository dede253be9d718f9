import type { ScoredNames } from './scored-names.ts'

/** How columns with amounts are called in English, German, French, Italian, Spanish, Portuguese, Dutch, Japanese, Chinese. */
export const AMOUNT_NAMES: ScoredNames = {
  amount: [
    [
      100,
      /^(gross|gross amount|total collected|brutto|bruttobetrag|brut|montant brut|avant commission|lordo|importo lordo|bruto|importe bruto|valor bruto|brutobedrag)$/,
    ],
    [
      95,
      /^(amount|betrag|montant|importo|importe|valor|bedrag|monto|quantia|金額|取引金額|お取引金額|金额|交易金额|发生额|決済金額|売上金額|入出金額|入払金額|入出金額|総額|记账金额)$/,
    ],
    [90, /^(transaction|trans|txn|payment|posted|booked|billing|charge|charged|net transaction) amount$/],
    [
      90,
      /^(umsatz|umsatzbetrag|buchungsbetrag|transaktionsbetrag|betrag transaktion|montant (de l |de la |de )?(operation|transaction|mouvement)|importo (operazione|movimento|transazione)|importe (de la |del )?(operacion|movimiento|transaccion)|valor (da |do )?(transacao|movimento|operacao|lancamento)|transactiebedrag|bedrag transactie|mutatiebedrag)$/,
    ],
    [
      70,
      /^(total|totale|gesamt|gesamtbetrag|endbetrag|somme|cantidad|value|sum|summe|totaal|gross sales|sale amount|mutatie|montante|movimento|movimiento|movement|合計|合計金額|入出金)$/,
    ],
    [
      50,
      /^(?!.*\b(foreign|original|orig|local|source|target|tax|vat|tip|refund|refunded|fee|net|balance|min|max|limit|discount|due|ursprung|ursprungs|fremdwahrung|origine|origen|surcharge|cashback|rate|usd|converted|auslagenersatz|zinsen)\b).*\b(amount|betrag|montant|importo|importe|bedrag|monto)\b/,
    ],
  ],
  received: [
    [
      100,
      /^(credits?|deposits?|paid in|money in|received|credit amount|amount credited|credited|deposit amount|receipts|lodgements?|additions?|incoming|amount in|cash in|in|cr|credit cr|credit in|deposits? cr|total credits?|credit transactions?|inflow|credits? additions?)$/,
    ],
    [
      100,
      /^(haben|gutschrift(en)?|eingang|eingange|einnahmen?|einzahlung(en)?|zugang|zugange|betrag haben|haben betrag|umsatz haben|gutschrift betrag|zahlungseingang|gutgeschrieben)$/,
    ],
    [
      100,
      /^(credits?|recettes?|encaissements?|entrees?|montant credit|credit montant|montant au credit|versements?|somme creditee|depots?)$/,
    ],
    [100, /^(accrediti|accredito|avere|entrate|entrata|importo avere|importo accredit(o|i)|importo entrate)$/],
    [
      100,
      /^(abonos?|haber|ingresos?|entradas?|depositos?|creditos?|importe abonos?|importe haber|monto abonos?|importe ingresos?|monto credito|abono haber)$/,
    ],
    [
      100,
      /^(creditos?|entradas?|depositos?|recebimentos?|receitas?|valor (a )?credito|montante a credito|credito montante)$/,
    ],
    [
      100,
      /^(bij|bijschrijving(en)?|bij geschreven|ontvangsten|ontvangen|inkomsten|credit|bedrag bij|creditbedrag|bijgeschreven|storting(en)?)$/,
    ],
    [
      100,
      /^(お?預り金額|お?預かり金額|お?預入(れ)?(金)?額?|入金(金)?額?|ご?入金|お預入れ|受入金額|振込入金|預入金額|収入(金額)?|贷方(金额|发生额)?|收入(金额)?|存入(金额)?|转入金额|贷方)$/,
    ],
    [90, /(收入|存入|贷方|入金|预入|預入)$/],
    [80, /^(credit|deposit|received|haben|gutschrift|accrediti|abono|bij|ingreso|entrada) /],
    [80, / (credit|haben|gutschrift|avere|abono|haber|credito|bij|in)$/],
  ],
  paidOut: [
    [
      100,
      /^(debits?|withdrawals?|withdraws?|withdrawn|paid out|money out|debit amount|amount debited|debited|withdrawal amount|payments? out|subtractions?|outgoing|amount out|cash out|out|dr|debit dr|debit out|withdrawals? dr|total debits?|disbursements?|outflow|spent|checks? and debits?|debits? subtractions?)$/,
    ],
    [
      100,
      /^(soll|lastschrift(en)?|belastung(en)?|ausgang|ausgange|ausgaben?|auszahlung(en)?|abgang|abgange|betrag soll|soll betrag|umsatz soll|belastung betrag|zahlungsausgang|belastet)$/,
    ],
    [
      100,
      /^(debits?|depenses?|decaissements?|sorties?|montant debit|debit montant|montant au debit|retraits?|somme debitee)$/,
    ],
    [100, /^(addebiti|addebito|dare|uscite|uscita|importo dare|importo addebit(o|i)|importo uscite)$/],
    [
      100,
      /^(cargos?|debe|gastos?|salidas?|retiros?|debitos?|pagos|importe cargos?|importe debe|monto cargos?|importe gastos?|monto debito|cargo debe|retiradas?)$/,
    ],
    [
      100,
      /^(debitos?|saidas?|levantamentos?|saques?|pagamentos?|despesas?|valor (a )?debito|montante a debito|debito montante)$/,
    ],
    [
      100,
      /^(af|afschrijving(en)?|af geschreven|uitgaven|uitgegeven|debet|debit|bedrag af|debetbedrag|afgeschreven|opname(s|n)?)$/,
    ],
    [
      100,
      /^(お?支払(い)?(金)?額?|お?引出(し|し額|金額|額)?|出金(金)?額?|ご?出金|お引出し|払出(金)?額?|引落金額|支出(金額)?|借方(金额|发生额)?|支出金额|支取(金额)?|转出金额|付款金额)$/,
    ],
    [90, /(支出|支取|借方|[^入]出金|引出し?)$/],
    [80, /^(debit|withdrawal|withdrawn|soll|belastung|lastschrift|addebiti|cargo|af|gasto|salida|saida) /],
    [80, / (debit|soll|belastung|lastschrift|dare|cargo|debe|debito|debet|af|out)$/],
  ],
  fee: [
    [
      100,
      /^(fees?|processing fees?|total fees?|stripe fees?|transaction fees?|fee amount|card fees?|service fees?|charges|commission(s)?|merchant fees?|processor fees?|paypal fees?|payment fees?)$/,
    ],
    [
      100,
      /^(gebuhr(en)?|transaktionsgebuhr(en)?|provision|entgelt|kosten|frais|frais de transaction|commissione|commissioni|spese|comision(es)?|tarifas?|comissao|comissoes|taxas?|transactiekosten|手数料|決済手数料|手续费|服务费)$/,
    ],
    [
      60,
      /^(?!.*\b(rate|third|type|description|currency|payout|tax|percent|fixed|source|target|app)\b).*\b(fees?|gebuhr|gebuhren)$/,
    ],
  ],
  balance: [
    [
      100,
      /^(balance|bal|running bal(ance)?|saldo|solde|kontostand|closing balance|ledger balance|available balance|account balance|book balance|balance after( transaction)?|new balance|balance amount|resulting balance|残高|差引残高|お?預り残高|残額|余额|账户余额|本次余额|stand)$/,
    ],
    [80, /\b(balance|saldo|solde|kontostand|bal)$|^(balance|saldo|solde|kontostand) /],
    [80, /残高|余额/],
  ],
  net: [
    [
      100,
      /^(net|net amount|net total|nett|netto|nettobetrag|montant net|importo netto|importe neto|neto|valor liquido|liquido|netto bedrag|nettobedrag|net proceeds|入金予定額|差引金額|実収|payout amount|auszahlungsbetrag)$/,
    ],
  ],
  refunded: [
    [
      100,
      /^(amount refunded|refunded amount|refund amount|refunded|total refunded|erstatteter betrag|betrag erstattet|erstattet|montant rembourse|importo rimborsato|importe reembolsado|valor reembolsado|terugbetaald bedrag|返金額|返金済み金額|退款金额)$/,
    ],
  ],
  tip: [[100, /^(tip|tips|tip amount|trinkgeld|pourboire|mancia|propina|gorjeta|fooi|チップ)$/]],
  otherMoney: [
    [
      90,
      /\b(tax|vat|mwst|tva|iva|btw|ust|discounts?|gift card sales|exchange rate|fx rate|kurs|wechselkurs|cashback|surcharge|partial refunds|net sales|gross sales|minimum|limit)\b/,
    ],
    [
      90,
      /\b(foreign|original|orig|local|ursprungs?|fremdwahrung|origine|origen|origem|converted|counter|auslagenersatz|zinsen)\b.*\b(amount|betrag|montant|importo|importe|valor|bedrag)\b|\b(amount|betrag|montant|importo|importe|valor|bedrag)\b.*\b(foreign|original|orig|local|fremdwahrung|origine|origen|origem|ursprungswahrung|other currency)\b/,
    ],
    [90, /^(税|消費税|税額|為替レート|汇率|税金)$/],
  ],
}
