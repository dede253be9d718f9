import { say } from '../../../../shared/words/say.ts'

/** How files of each kind begin, as Latin-1. */
const IMAGES = ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF87a', 'GIF89a', 'II*\u0000', 'MM\u0000*']
const ARCHIVES = ['\u001f\u008b\u0008', 'Rar!', '7z\u00bc\u00af', 'BZh9', '\u00fd7zXZ']
/** Four bytes of length stand before these. */
const LATER_IMAGES = /^[^]{4}ftyp(heic|heix|mif1|avif)|^RIFF[^]{4}WEBP/
const LOOKED_AT = 1_024

/** What a file is that holds no payments for sure, as a sentence with the way out; undefined: it may hold some. */
export function otherKind(bytes: Uint8Array): string | undefined {
  const begin = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  if (/^[^,;\t]{0,64}%PDF-/.test(begin)) return say('payment_files.is_pdf')
  if (/^(?:\u00ef\u00bb\u00bf)?\s*!(?:type:|account\b|option:)/i.test(begin)) return say('payment_files.is_qif')
  if (begin.startsWith('\u00d0\u00cf\u0011\u00e0')) return say('payment_files.is_old_workbook')
  if (IMAGES.some((sign) => begin.startsWith(sign)) || LATER_IMAGES.test(begin)) return say('payment_files.is_image')
  if (ARCHIVES.some((sign) => begin.startsWith(sign))) return say('payment_files.is_archive')
  return undefined
}

/** Whether a file that begins like an archive may be a workbook: else the sentence that says what it is. */
export function otherArchive(bytes: Uint8Array): string | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.includes('xl/')) return undefined
  const isDocument = content.includes('word/') || content.includes('mimetype') || content.includes('Index/Document')
  return isDocument ? say('payment_files.is_no_workbook') : say('payment_files.is_archive')
}

/** Signs that stand in no text: controls, and places where Unicode has no letter. */
const NO_LETTER = /[^\P{C}\t\n\f\r\p{Cf}]/gu
const MOST_OF_THESE = 0.02

/** Whether it is no text at all, though it could be read as one. */
export function isNoText(text: string): boolean {
  const begin = text.slice(0, 20_000)
  return (begin.match(NO_LETTER)?.length ?? 0) > begin.length * MOST_OF_THESE
}
