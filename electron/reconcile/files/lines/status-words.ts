import { plain } from '../columns/plain-name.ts'

/** Why a line is no payment of a customer. */
export type NoPayment =
  | 'pending'
  | 'failed'
  | 'held'
  | 'payout'
  | 'exchange'
  | 'cash'
  | 'balance'
  | 'total'
  | 'no_amount'
  | 'nothing'
  | 'note'
  | 'names'
  | 'said'

/** What is done: the money came or went. */
const DONE =
  /^(complete|completed|paid|succeeded|success|successful|settled|booked|posted|cleared|done|processed|approved|captured|finished|ok|yes|true|active|final|executed|deposited|paid out|sent|received|confirmed|credited|reconciled|closed|refunded|partially refunded|partial refund|disputed|umsatz gebucht|gebucht|abgeschlossen|ausgefuhrt|bezahlt|erledigt|verbucht|erfolgreich|valutiert|termine|terminee|effectue|effectuee|execute|executee|paye|payee|comptabilise|comptabilisee|valide|validee|reussi|reussie|complete|contabilizzato|contabilizzata|eseguito|eseguita|completato|completata|pagato|pagata|riuscito|regolato|contabilizado|contabilizada|completado|completada|liquidado|liquidada|pagado|pagada|realizado|realizada|ejecutado|ejecutada|efetuado|efetuada|efectuado|concluido|concluida|pago|paga|processado|aprovado|aprobado|aprovada|aprobada|exitoso|exitosa|geboekt|verwerkt|voltooid|uitgevoerd|betaald|afgerond|gelukt|geslaagd|完了|確定|済|済み|決済済み|成功|支払済み|取引完了|入金済み|売上確定|交易成功|支付成功|已完成|已支付|已入账|成功交易)$/

/** What may still come, or is only noted ahead. */
const PENDING =
  /^(pending|authori[sz]ed|authori[sz]ation|processing|in process|in progress|scheduled|upcoming|open|created|initiated|on hold|hold|held|uncaptured|unsettled|requires (payment method|action|capture|confirmation)|waiting|waiting for approval|awaiting|submitted|in transit|incoming|not posted|unposted|false|no|incomplete|under review|review|umsatz vorgemerkt|vorgemerkt|vorgemerkter umsatz|vormerkung|ausstehend|offen|in bearbeitung|schwebend|angekundigt|geplant|noch nicht gebucht|en attente|en cours|en cours de traitement|a venir|prevu|prevue|en suspens|in attesa|in corso|in sospeso|in elaborazione|non contabilizzato|non contabilizzata|da contabilizzare|prenotato|pendiente|pendientes|en proceso|en curso|en tramite|no contabilizado|retenido|retenida|pendente|em processamento|em andamento|em aberto|agendado|em espera|a aguardar|in behandeling|openstaand|gereserveerd|lopend|in afwachting|nog niet geboekt|gepland|保留|保留中|処理中|未確定|未決済|仮売上|予約|予定|手続中|审核中|处理中|待处理|待支付|等待付款|未入账|进行中)$/

/** What did not happen, or was taken back before it did. */
const FAILED =
  /^(fail|failed|failure|cancel|cancelled|canceled|declined|denied|voided|void|expired|blocked|reverted|reversed|rejected|refused|error|returned|unsuccessful|abandoned|removed|dropped|not executed|fehlgeschlagen|abgelehnt|storniert|abgebrochen|zuruckgewiesen|ruckgangig gemacht|nicht ausgefuhrt|zuruckgebucht|ungultig|verfallen|gescheitert|echoue|echouee|echec|annule|annulee|refuse|refusee|rejete|rejetee|expire|expiree|non execute|non aboutie|fallito|fallita|annullato|annullata|rifiutato|rifiutata|stornato|stornata|respinto|respinta|scaduto|non riuscito|non riuscita|revocato|fallido|fallida|cancelado|cancelada|rechazado|rechazada|anulado|anulada|denegado|denegada|revertido|revertida|devuelto|caducado|falhou|falhado|recusado|recusada|estornado|estornada|rejeitado|rejeitada|expirado|expirada|nao efetuado|mislukt|geannuleerd|geweigerd|afgewezen|teruggedraaid|vervallen|gestorneerd|niet gelukt|失敗|取消|取消済み|キャンセル|エラー|拒否|無効|期限切れ|不成立|組戻|交易失败|交易关闭|已取消|已关闭|失败|支付失败|已撤销|已退款关闭)$/

/** What the word of a status says of its line; undefined where it is not known. */
export function statusOf(word: string): 'done' | 'pending' | 'failed' | undefined {
  const written = plain(word)
  if (written === '' || DONE.test(written)) return 'done'
  if (PENDING.test(written)) return 'pending'
  return FAILED.test(written) ? 'failed' : undefined
}
