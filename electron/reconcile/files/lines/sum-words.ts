import { foldText } from '../../../storage/search-text.ts'

/** Phrases that are a balance or a total whatever stands beside them, folded. */
const BALANCE =
  /^(opening|closing|beginning|ending|starting|start|end|previous|prior|current|available|ledger|final|new|old|statement|initial|account|daily|running|book|last|total) (account )?bal(ance|ances)?( |$|:)|^balance( |:)*(as of|as at|at|on|per|brought|carried|b\/f|c\/f|forward|bf|cf)|^(brought|carried) (forward|down)|^balance (brought|carried)|^(anfangs|end|schluss|start|ubertrags|tages|zwischen|konto)(saldo|stand|bestand)( |$|:)|^(alter|neuer|aktueller|letzter) (saldo|kontostand)|^(saldo|kontostand) (vom|am|per|zum|vortrag|neu|alt)|^saldovortrag|^ubertrag( |$)|^(solde|ancien solde|nouveau solde) (au|du|initial|final|precedent|crediteur|debiteur|d ouverture|de cloture|d'ouverture|de depart|en fin|en debut)|^(ancien|nouveau) solde|^report( a nouveau| de solde)?$|^saldo (iniziale|finale|contabile|disponibile|al|precedente|di apertura|di chiusura|inicial|final|anterior|actual|atual|disponible|disponivel|contable|contabilistico|a|al|em|en|do dia|op|per|aanvang|eind)|^(begin|eind|oud|nieuw|start|slot|opening|vorig|huidig)e?r? ?saldo|^(inicial|final) saldo|^(前月|前期|前頁|前回|次月|次期)?繰越(残高|金額|し)?$|^(期首|期末|前日|当日|月末|月初|最終|開始|終了|現在)残高$|^(期初|期末|上期|本期|上月|当前|账户)余额$|^(承前|过次)$/

const TOTAL =
  /^(sub|grand|page|overall)?[- ]?totals?( |$|:)*(credits?|debits?|deposits?|withdrawals?|amount|of|for|transactions?|payments?|fees?|net|gross|all)?( |$|:)|^(zwischen|gesamt)?summen?( |$|:)|^gesamt( |$|:)|^(total|totaux|sous[- ]total|somme|totale|totali|subtotale|total general|total geral|totaal|subtotaal|suma|soma)( |$|:)|^(合計|小計|総計|計|合计|总计|小计|総合計)(:|金額|件数)?$|^umsatze gesamt|^total (des|de|dei|delle|dos|das|van) /

/** Words that a customer may write, too: what they are is told by where they stand, and by arithmetic. */
const EITHER =
  /^(balance|bal|saldo|solde|kontostand|total|totals|totale|totaal|summe|sum|gesamt|somme|残高|余额|合計|合计|計)\W*$/

/** One of these stands in each of the phrases. */
const ANY =
  /bal|sald|sold|stand|total|totaux|totaal|sum|som|gesamt|forward|down|report|bertrag|残|繰越|計|合|余额|承前|过次|总|小/i

export type SumWord = 'balance' | 'total' | 'either'

/** Whether a cell says that its row is a balance or a total, or may be one. */
export function sumWord(cell: string): SumWord | undefined {
  // Most cells of a large file are none, which shows at once.
  if (cell.length > 120 || !ANY.test(cell)) return undefined
  const written = folded(cell)
  if (written === '' || written.length > 80) return undefined
  if (EITHER.test(written)) return 'either'
  if (saysOnly(written, BALANCE)) return 'balance'
  return saysOnly(written, TOTAL) ? 'total' : undefined
}

/** What may follow: days, amounts, currencies, and small words of statements. */
const REST =
  /^[\W\d_]*((as|at|on|per|of|for|in|im|am|vom|zum|au|du|des|de|del|do|da|le|la|al|em|el|a|op|dei|van|der|die|den|and|und|et|e|y|en|brought|carried|forward|down|b|f|c|bf|cf|credits?|debits?|deposits?|withdrawals?|amount|period|month|day|dia|mes|statement|account|konto|compte|cuenta|conta|rekening|transactions?|payments?|umsatze|betrag|operations?|mouvements|movimenti|movimientos|movimentos|mutaties|haben|soll|bij|af|gutschriften|lastschriften|crediteur|debiteur|initial|final|precedent|anterior|lines?|rows?|eur|usd|gbp|chf|cad|aud|inr|jpy|brl|mxn|sek|nok|dkk|pln|\p{L}{3,9}ber|jan\p{L}*|feb\p{L}*|mar\p{L}*|apr\p{L}*|may|mai|mei|maggio|jun\p{L}*|jul\p{L}*|aug\p{L}*|sep\p{L}*|oct\p{L}*|okt\p{L}*|nov\p{L}*|dec\p{L}*|dez\p{L}*)[\W\d_]*)*$/u

/** "Total fitness" and "New Balance Boston" are somebody's name: nothing but words of statements may follow. */
function saysOnly(written: string, phrase: RegExp): boolean {
  const [begin = ''] = phrase.exec(written) ?? []
  return begin !== '' && REST.test(written.slice(begin.length))
}

function folded(cell: string): string {
  const east = /[\u3040-\u30ff\u4e00-\u9fff]/.test(cell)
  if (east) return cell.normalize('NFKC').replace(/[\s【】()*＊]/g, '')
  return foldText(cell)
    .replace(/^[\s*"'=_.-]+|[\s*"'=_.-]+$/g, '')
    .replace(/\s+/g, ' ')
}
