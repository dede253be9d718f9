// The library exports it by name, too, which its types do not know.
// oxlint-disable-next-line import/no-named-as-default
import Pdf from 'pdfkit'

/** Where letters are written on US Letter; everywhere else on A4. Source: CLDR, paper size by region. */
const LETTER_REGIONS = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'GT', 'PA', 'PR', 'SV', 'VE', 'BZ'])

interface DocumentTerms {
  readonly title: string
  readonly author: string
  /** BCP 47; it also says which paper the school writes on */
  readonly locale: string
  /** YYYY-MM-DD: the same content of a day gives the same bytes */
  readonly date: string
  readonly layout?: 'portrait' | 'landscape'
}

/** An empty document without pages. */
export function newDocument({ title, author, locale, date, layout = 'portrait' }: DocumentTerms): PDFKit.PDFDocument {
  return new Pdf({
    size: paperOf(locale),
    layout,
    margin: 0,
    // Its own first font would be read anew for each document, and never be used.
    font: '',
    bufferPages: true,
    autoFirstPage: false,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: new Date(`${date}T00:00:00Z`) },
  })
}

/** Ends a document; resolves with all of it. */
export function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.once('end', () => resolve(Buffer.concat(parts)))
    document.once('error', reject)
    document.end()
  })
}

function paperOf(locale: string): 'LETTER' | 'A4' {
  try {
    const region = new Intl.Locale(locale).maximize().region
    return region !== undefined && LETTER_REGIONS.has(region) ? 'LETTER' : 'A4'
  } catch {
    return 'A4'
  }
}
