import type { Mapping } from '../../../../shared/contract/reconcile-file.ts'

export type Encoding = Exclude<Mapping['encoding'], 'auto'>

/** Enough to tell how a file is written, and read in a moment. */
const LOOKED_AT = 200_000

/** How the bytes of a text file are to be read, by what is in them; undefined where none of the encodings fits. */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  const [first = 0, second = 0] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const wide = byZeros(bytes.subarray(0, 400))
  if (wide !== undefined) return wide
  if (textOf(bytes, 'utf-8') !== undefined) return 'utf-8'
  const eastern = eastAsian(bytes)
  return eastern === 'another' ? undefined : (eastern ?? western(bytes))
}

/** The text, or undefined where the bytes are not written so. */
export function textOf(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return wideText(bytes, encoding)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Stands for half a sign, which no reader of columns would hand on. Unicode promises that it never is a letter. */
export const HALF_SIGN = '\ufdd0'
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Half a sign refuses its row, and not the file. */
function wideText(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | undefined {
  if (bytes.length % 2 === 1) return undefined
  const copy = Buffer.from(bytes)
  const text = (encoding === 'utf-16be' ? copy.swap16() : copy).toString('utf16le')
  return text.isWellFormed() ? text : text.replace(HALVES, HALF_SIGN)
}

/** Latin text in two bytes a sign has a zero in every second place. */
function byZeros(begin: Uint8Array): Encoding | undefined {
  const zeros = [0, 0]
  for (const [place, byte] of begin.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > begin.length / 4) return 'utf-16le'
  return even > begin.length / 4 ? 'utf-16be' : undefined
}

/** Ideographs, kana and full-width signs. */
const EAST = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff9f\u3000-\u30ff]/g
const KANA = /[\u3040-\u30ff]/g
/** Where bytes of a Western file are read so, a letter of one script stands in the middle of a word of the other. */
const IN_LATIN_WORD = /[A-Za-z][\u2e80-\u9fff\uff61-\uff9f]|[\u2e80-\u9fff\uff61-\uff9f][a-z]/g
/** Shift-JIS begins most of its letters below A1, the Chinese standard none of those in use. */
const FEWEST_LOW = 0.08

/** Japanese or Chinese in two bytes; undefined where the text would be no such text; or another kind of Japanese. */
function eastAsian(bytes: Uint8Array): Encoding | 'another' | undefined {
  if (isAnotherJapanese(bytes)) return 'another'
  const high = bytes.subarray(0, LOOKED_AT).filter((byte) => byte >= 0x80)
  const low = high.filter((byte) => byte >= 0x81 && byte <= 0x9f).length / high.length
  const encoding = low < FEWEST_LOW ? 'gb18030' : 'shift_jis'
  const text = textOf(bytes, encoding)?.slice(0, LOOKED_AT)
  if (text === undefined) return undefined
  const letters = count(text, EAST)
  if (letters < 2 || count(text, IN_LATIN_WORD) * 4 > letters) return undefined
  return encoding
}

/** Kana where Chinese would have none, as Japanese files of Unix write them. */
function isAnotherJapanese(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('euc-jp', { fatal: true }).decode(bytes).slice(0, LOOKED_AT)
    return count(text, KANA) > 0 && count(text, IN_LATIN_WORD) === 0
  } catch {
    return false
  }
}

/** What an old Macintosh writes for ä, é and ü, read as Windows does: signs in the middle of a word. */
const MACINTOSH = /[A-Za-z][ŠŒŽŸ†‡ˆ‰‹€‚ƒ„…˜™›][a-z]/

function western(bytes: Uint8Array): Encoding | undefined {
  const text = textOf(bytes, 'windows-1252')
  if (text === undefined || /[\u0081\u008d\u008f\u0090\u009d]/.test(text)) return undefined
  if (MACINTOSH.test(text)) return undefined
  // Quotation marks, dashes and the euro sign of Windows.
  if (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) return 'windows-1252'
  // Here the two differ: a currency sign that nobody writes, or a fraction in the middle of a word.
  return /\u00a4|\p{L}[¦¨´¸¼½¾]|[¦¨´¸¼½¾]\p{L}/u.test(text) ? 'iso-8859-15' : 'windows-1252'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
