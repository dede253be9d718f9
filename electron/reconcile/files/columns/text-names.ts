import type { ScoredNames } from './scored-names.ts'

/** How columns with words are called: who, what for, under which number, how, and what became of it. */
export const TEXT_NAMES: ScoredNames = {
  direction: [
    [
      100,
      /^(debit credit|credit debit|d c|c d|dr cr|cr dr|s h|h s|soll haben|haben soll|af bij|bij af|debit or credit|credit or debit|debet credit|credit debet|dare avere|d a|cargo abono|abono cargo|debe haber|in out|in or out|sens|sens de l operation|segno|signo|sinal|sign|vorzeichen|richting|direction|richtung|direccion|direccao|direcao|sentido|direzione|balance impact|auswirkung auf guthaben|impact sur le solde|credito debito|debito credito|c d indicator|入出金区分|入出金|入払区分|入払|取引区分|収支区分|收 支|收支|借贷|借贷标志|收付|kennzeichen)$/,
    ],
    [
      90,
      /\b(debit credit|credit debit|dr cr|dc|cd)\b.*\b(indicator|flag|code|mark|kennzeichen|ind)\b|\b(soll haben|s h)\b.*kennzeichen/,
    ],
    [90, /^(收\/支|借\/贷|入\/出)$/],
    [
      40,
      /^(transaction type|type|trans type|txn type|tran type|details|code|indicator|art|typ|tipo|soort|sort|種別|区分)$/,
    ],
  ],
  currency: [
    [
      100,
      /^(currency|currency code|ccy|curr|cur|wahrung|devise|monnaie|moneda|divisa|moeda|munt|muntsoort|valuta|divisa movimiento|通貨|通貨コード|币种|currency type|transaction currency|account currency|payment currency|betragswahrung|wahrung betrag|devise du compte|umsatz in wahrung|iso)$/,
    ],
    [
      60,
      /^(?!.*\b(foreign|original|local|source|target|fee|balance|converted|exchange|counter)\b).*\b(currency|wahrung|devise|valuta|divisa)$/,
    ],
  ],
  otherCurrency: [
    [90, /\b(foreign|original|local|source|target|fee|converted|fremd)\b.*\b(currency|wahrung|devise)\b/],
  ],
  status: [
    [
      100,
      /^(status|state|payment status|transaction status|booking status|charge status|zustand|statut|etat|stato|estado|situacion|situacao|toestand|buchungsstatus|umsatzstatus|zahlungsstatus|transaktionsstatus|estatus|result|ステータス|状態|状况|取引状態|決済状態|交易状态|当前状态|支付状态|状态|posted status)$/,
    ],
    [80, /\b(status|statut)$|^(status|statut) /],
    [30, /^(info|informationen|hinweis|bemerkung|note|remark|anmerkung)$/],
  ],
  type: [
    [
      100,
      /^(type|transaction type|trans type|txn type|event type|reporting category|entry type|typ|transaktionstyp|transaktionsart|art|type (de |d )?(operation|transaction|mouvement)|tipo|tipo (de |di |da |do )?(operacion|movimiento|transaccion|operazione|movimento|transazione|transacao)|soort|transactietype|mutatiesoort|種別|取引種別|取引種類|取引区分|区分|类型|交易类型|kind|category|categorie|kategorie|categoria)$/,
    ],
    [60, /^(?!.*\b(card|account|konto|currency|funding)\b).*\b(type|typ)$/],
  ],
  method: [
    [
      100,
      /^(payment method|method|tender|tender type|payment type|pay method|process as|zahlungsart|zahlungsmethode|zahlungsmittel|mode (de )?(paiement|reglement)|moyen (de )?paiement|metodo (di |de )?pag(o|amento)|forma (de )?pago|forma (de )?pagamento|betaalmethode|betaalwijze|payment instrument|payment source|決済方法|支払方法|決済手段|支付方式)$/,
    ],
  ],
  id: [
    [
      100,
      /^(id|transaction id|txn id|trans id|payment id|charge id|balance transaction id|transaction key|unique id|fitid|trace id|transaction identifier|payment intent id|payment intent|transaktions id|transaktionscode|transaktionsnummer|transaktionsid|identifiant|identifiant (de )?(la )?transaction|id (de )?(la )?transaction|numero (de )?transaction|id transazione|codice transazione|id (de )?(la )?transaccion|codigo (de )?transaccion|id (da )?transacao|codigo (da )?transacao|transactie id|transactiereferentie|transferwise id|wise id|settlement line id|psp reference|gateway reference|gateway transaction id|order transaction id|取引id|決済id|取引番号|支払いid|交易号|交易订单号|交易单号|流水号|交易流水号|transaction number|transaction no)$/,
    ],
    [
      60,
      /^(?!.*\b(customer|client|payout|deposit|order|batch|device|staff|session|reference|ref|merchant|location|store|employee|invoice|card|auth|parent|source|email|tax|device|transfer)\b).*\b(transaction|payment|charge|txn) (id|code)$/,
    ],
  ],
  reference: [
    [
      100,
      /^(reference|ref|reference number|ref no|ref number|ref no cheque no|reference no|bank reference|customer reference|payment reference|check number|cheque number|check no|cheque no|chq no|check or slip|check|chq ref number|chq ref no|cheque|slip|serial number|invoice number|invoice|order id|order number|referenz|kundenreferenz|referenznummer|zahlungsreferenz|end to end referenz|end to end id|end to end reference|reference client|numero (de )?(cheque|piece|reference)|riferimento|referencia|num documento|numero documento|documento|doc|kenmerk|betalingskenmerk|referentie|volgnr|volgnummer|n mov|number|num|no|reference txn id|票据号|凭证号|参照番号|照会番号|注文番号|source id|auth code)$/,
    ],
    [50, /\b(reference|referenz|referencia|riferimento|kenmerk|ref|cheque|check number)\b/],
  ],
  name: [
    [
      100,
      /^(customer name|customer|name|payer|payer name|payee|payee name|counterparty|counter party|counterparty name|from name|sender|sender name|remitter|client|client name|buyer|donor|from|billing name|cardholder|cardholder name|card holder name|merchant name|other party|paid by|received from|customer full name)$/,
    ],
    [
      100,
      /^(auftraggeber|auftraggeber empfanger|auftraggeber begunstigter|begunstigter zahlungspflichtiger|begunstigter auftraggeber|empfanger|zahlungsempfanger|zahlungspflichtiger|zahlungsbeteiligter|name zahlungsbeteiligter|zahler|kunde|kundenname|gegenpartei|gegenkonto name|partner name|name des partners|empfanger zahlungspflichtiger|auftraggeber zahlungsempfanger|zahlungsempfanger in|zahlungspflichtige r|nom|nom du client|emetteur|donneur d ordre|tiers|nom du tiers|contrepartie|beneficiaire|client nom|ordinante|controparte|nome|nome cliente|cliente|beneficiario|ordinante beneficiario|ordenante|nombre|nombre (del )?cliente|titular|contraparte|beneficiario ordenante|remitente|nome do cliente|ordenante beneficiario|pagador|naam|naam omschrijving|naam tegenpartij|tegenpartij|klant|klantnaam|tegenrekening naam|tegenrekeninghouder|naam tegenrekeninghouder|begunstigde|naam begunstigde|partij)$/,
    ],
    [
      100,
      /^(相手先|取引先|振込人|振込人名|振込依頼人|依頼人名|顧客名|お客様名|氏名|名前|支払人|相手名|取引相手|对方户名|对方名称|交易对方|对方账户名称|付款人|付款方)$/,
    ],
    [
      60,
      /^(customer email|from email address|email|payer email|buyer email|e mail|customer email address|absender e mail adresse|email client|correo electronico|correo)$/,
    ],
    [
      50,
      /^(?!.*\b(device|staff|file|discount|item|account|bank|product|plan|event|location|team|employee|service|card|category|source|to|target|store|shop|ihr|branch)\b).*\b(name|naam|nom|nome|nombre)\b/,
    ],
  ],
  text: [
    [
      100,
      /^(description|transaction description|narration|narrative|particulars|transaction remarks|remarks|payment details|transaction details|memo|memo description|statement description|original description|full description|description 1|description1|message|remittance information|reference text|payment message)$/,
    ],
    [
      100,
      /^(verwendungszweck|vorgang verwendungszweck|beschreibung|buchungsdetails|zahlungsgrund|mitteilung|zahlungsreferenz text|libelle|libelle (de l )?operation|libelle simplifie|motif|communication|communications|communication libre|description (de l )?operation|informations complementaires|detail|details de l operation|causale|descrizione|descrizione operazione|descrizione estesa|causale descrizione|concepto|descripcion|observaciones|detalle|concepto ampliado|mas datos|historico|descricao|descricao (do )?movimento|movimento descricao|omschrijving|mededeling|mededelingen|vrije mededeling|omschrijving 1)$/,
    ],
    [
      100,
      /^(摘要|摘要内容|お?取扱内容|お?取引内容|取引内容|内容|ご利用内容|適用|備考|メモ|交易摘要|用途|备注|附言|商品|交易说明|交易备注)$/,
    ],
    [
      70,
      /^(details?|text|buchungstext|note|notes|vorgang|buchungsinformation|statement descriptor|comment|comments|subject|betreff|item title|more details|umsatztext|description 2|description2|extended details|bemerkung|anmerkung|observacao|observacoes|opmerking|note client|memo 2|additional information)$/,
    ],
    [
      50,
      /\b(description|verwendungszweck|buchungstext|libelle|descrizione|concepto|descripcion|descricao|omschrijving|narration|memo|mededeling)\b/,
    ],
    [50, /摘要|内容/],
  ],
  payout: [
    [
      100,
      /^((automatic )?payout( id)?|deposit id|transfer( id)?|settlement( id)?|batch( id)?|payout reference|payout number|auszahlung id|auszahlungs id|id (du )?virement|入金id|振込id)$/,
    ],
  ],
  account: [
    [
      100,
      /^(account|account number|account name|account no|iban|auftragskonto|konto|kontonummer|kontonummer iban|rekening|rekeningnummer|tegenrekening|compte|numero de compte|cuenta|conta|conto|blz|bic|bank|product|produkt|产品|口座番号|支店名|店番号|账号|sort code|device name|staff name|card number|card brand|account type|card type|kartenart|kartentyp|type de carte|tipo de tarjeta|tipo carta|funding|routing number)$/,
    ],
  ],
}
