import type { ScoredNames } from './scored-names.ts'

/** How columns that say when are called; the booked day stands above the day on which something was bought. */
export const DATE_NAMES: ScoredNames = {
  date: [
    [
      100,
      /^(posting|posted|post|booking|booked|bookkeeping|completed|cleared|process(ed|ing)?) ?(date|on|at|day)?( (utc|time))?$/,
    ],
    [100, /^(date|day) (posted|booked|completed|processed|cleared)( utc)?$/],
    [
      100,
      /^(finished on|buchungstag|buchungsdatum|buchung|gebucht am|buchungszeitpunkt|tag der buchung|datum der buchung|datum buchung|date (de |d )?(comptabilisation|enregistrement|comptable)|date compta|data (di )?(contabile|contabilizzazione|registrazione)|fecha (de |del )?(contabilizacion|contable|registro|asiento|apunte)|data (do |de |da )?(lancamento|contabilistica|contabil|registo)|boekdatum|boekingsdatum|boekings datum|datum boeking|記帳日|起帳日|记账日期|入账日期|记账日)$/,
    ],
    [
      95,
      /^(date|datum|tag|data|fecha|dia|day|日付|年月日|取引日|お取引日|取引年月日|お取引年月日|取引日時|取引日付|ご利用日|日期|交易日期|交易时间|交易日|时间|操作日|操作日\(年\)|日時)( utc| gmt)?$/,
    ],
    [
      90,
      /^(transaction|trans|txn|tran|payment|created|creation|sale|activity|entry|transfer|settled)( (date|time|at|on|day))+( utc| gmt)?$/,
    ],
    [94, /^(date ?time|date and time|datum und uhrzeit|date et heure|fecha y hora|data e hora|data e ora)( utc)?$/],
    [90, /^(created|timestamp|paid at|paid on|date paid|date created|date of (transaction|payment)|when)( utc| gmt)?$/],
    [
      90,
      /^(transaktionsdatum|umsatzdatum|zahlungsdatum|datum der transaktion|erstellt( am)?|date (de |d |de l )?(operation|transaction|paiement|creation|mouvement)|date op|dateop|data (di |dell )?(operazione|transazione|movimento|pagamento)|fecha (de |de la |del )?(operacion|movimiento|transaccion|pago|oper|mov)|f operacion|data (da |do |de )?(transacao|movimento|operacao|pagamento|mov)|transactiedatum|datum transactie|betaaldatum|datum en tijd|datum uitvoering|uitvoeringsdatum|verwerkingsdatum|入金日|決済日|決済日時|支払日|売上日)( utc)?$/,
    ],
    [
      60,
      /^(?!.*\b(value|valuta|wert|valeur|valor|due|order|payout|refund|refunded|arrival|available|deposit|settlement|started|statement|birth|from|to|expiry|fallig|echeance)\b).*(\b(date|datum|fecha|data|tag)\b|datum$)/,
    ],
    [55, /^(charge|charged|order paid)( (date|at|on))+( utc)?$/],
    [50, /^(settlement|settled|deposit) date$/],
  ],
  valueDate: [
    [
      100,
      /^(value( date| dat| dt)?|val date|date value|valuta|valutadatum|valutatag|valutierung|valuta datum|wertstellung(sdatum|stag)?|wert|wertdatum|date (de |d )?valeur|date val|dateval|data valuta|valuta data|fecha (de )?valor|f valor|fecha val|data (de |do )?valor|data valor|rentedatum|datum valuta|起算日|勘定日)$/,
    ],
    [
      80,
      /^(effective|available|availability|started|start|execution|initiated|authori[sz]ed|authori[sz]ation|purchase) ?(date|on|dt)?( utc| time)?$/,
    ],
  ],
  otherDate: [
    [
      100,
      /\b(payout|arrival|due|order|refund|refunded|deposit|settlement|available|statement|available on|auszahlungs|expiry|birth|fallig|updated|modified|invoice|dispute)\b.*\b(date|at|on|datum|utc|fecha|data)\b/,
    ],
    [90, /^(available on|payout on|paid out on|auszahlungsdatum|date (de )?versement|入金予定日|振込日)$/],
  ],
  refundedOn: [
    [
      110,
      /^(refunded (date|at|on)|refund date|date refunded|date (du |de )?remboursement|erstattet am|erstattungsdatum|fecha (de )?reembolso|data (do |de )?(reembolso|rimborso)|返金日)( utc)?$/,
    ],
  ],
  time: [[100, /^(time|time of day|uhrzeit|zeit|heure|ora|orario|hora|tijd|tijdstip|時刻|時間|取引時刻)( utc)?$/]],
  zone: [
    [
      100,
      /^(time ?zone|zeitzone|fuseau( horaire)?|fuso orario|zona horaria|huso horario|fuso horario|tijdzone|タイムゾーン|时区)$/,
    ],
  ],
}
