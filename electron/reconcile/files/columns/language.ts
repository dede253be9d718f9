import type { FileLanguage } from '../file-terms.ts'
import { plain } from './plain-name.ts'

/** Words in names of columns that belong to one language. */
const WORDS: Readonly<Record<Exclude<FileLanguage, 'ja' | 'zh'>, RegExp>> = {
  en: /\b(date|amount|description|balance|posting|currency|reference|payment|withdrawal|deposit|narration|particulars|name|fee|gross|net|details|memo|credit|debit|time|customer|status)\b/g,
  de: /\b(buchung\w*|betrag|wertstellung|verwendungszweck|wahrung|waehrung|saldo|umsatz\w*|auftraggeber\w*|empfanger|soll|haben|gebuhr\w*|kontostand|brutto|uhrzeit|zeitzone|beschreibung|valutadatum|gutschrift|belastung|lastschrift|zahlung\w*|kunde\w*)\b/g,
  fr: /\b(montant|libelle|solde|devise|valeur|operation|beneficiaire|debit euros|credit euros|heure|comptabilisation|commission|nom|motif|avant|apres|remboursement|etat|recettes|depenses)\b/g,
  it: /\b(importo|descrizione|causale|saldo contabile|valuta|divisa|accrediti|addebiti|avere|dare|operazione|contabile|entrate|uscite|commissioni|stato|ora|ordinante|lordo|rimborso)\b/g,
  es: /\b(fecha|importe|concepto|saldo|divisa|moneda|cargos?|abonos?|descripcion|ordenante|hora|estado|comision|nombre|operacion|monto|haber|debe|ingresos?|gastos?)\b/g,
  pt: /\b(valor|descricao|historico|moeda|lancamento|movimento|data mov\w*|saldo|debito|credito|entradas?|saidas?|estado|montante|cliente|transacao)\b/g,
  nl: /\b(bedrag|datum|omschrijving|mededelingen|rekening|tegenrekening|af|bij|naam|boekdatum|rentedatum|munt\w*|boekings\w*|bijschrijving|afschrijving|mutatie\w*|saldo)\b/g,
}

/** The language of the names of columns: the one of which most words are in them; English where none are. */
export function languageOf(names: readonly string[]): FileLanguage {
  const all = names.join(' ')
  if (/[\u3040-\u30ff]|[払込預残摘]/.test(all)) return 'ja'
  if (/[\u4e00-\u9fff]/.test(all)) return /[额贷户开东]|摘要|交易|金额|日期/.test(all) ? 'zh' : 'ja'
  const words = ` ${names.map(plain).join(' | ')} `
  const counted = (Object.entries(WORDS) as [Exclude<FileLanguage, 'ja' | 'zh'>, RegExp][]).map(
    ([language, pattern]) => ({ language, count: words.match(pattern)?.length ?? 0 }),
  )
  const [best] = counted.toSorted((left, right) => right.count - left.count)
  return best && best.count > 0 ? best.language : 'en'
}
