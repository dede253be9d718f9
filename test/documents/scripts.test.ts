import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bytesOf, newDocument } from '../../electron/documents/pdf/document.ts'
import { fontOf } from '../../electron/documents/pdf/font-book.ts'
import { Sheet } from '../../electron/documents/pdf/sheet.ts'
import { textRuns } from '../../electron/documents/pdf/text-runs.ts'
import { unwritable } from '../../electron/documents/pdf/unwritable.ts'

/** A name and a few words of each script that people are called by. */
const SCRIPTS = {
  tamil: 'தமிழ் லட்சுமி கொடுக்கப்பட்ட ஸ்ரீ',
  bengali: 'বাংলা শ্রীমতী কৃষ্ণা',
  georgian: 'საქართველო გიორგი',
  armenian: 'Հայաստան Արամ',
  ethiopic: 'አማርኛ ኢትዮጵያ',
  gujarati: 'ગુજરાતી શ્રીમતી કૃષ્ણા',
  gurmukhi: 'ਪੰਜਾਬੀ ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  sinhala: 'සිංහල ශ්‍රී ලංකා කෝට්ටේ',
  myanmar: 'မြန်မာ ကျွန်ုပ် အောင်ဆန်းစုကြည်',
  telugu: 'తెలుగు శ్రీనివాస్',
  kannada: 'ಕನ್ನಡ ಶ್ರೀಕೃಷ್ಣ',
  malayalam: 'മലയാളം ശ്രീകുമാർ',
  oriya: 'ଓଡ଼ିଆ ଶ୍ରୀକୃଷ୍ଣ',
  khmer: 'ភាសាខ្មែរ ស្រី',
  lao: 'ພາສາລາວ',
  thaana: 'ދިވެހި',
  devanagari: 'हिन्दी श्रीमती कृष्णा कि',
} as const
const NO_PDFTOTEXT = spawnSync('pdftotext', ['-v']).error !== undefined

async function paperWith(lines: readonly string[]): Promise<Buffer> {
  const document = newDocument({ title: 'Scripts', author: 'Test', locale: 'en-GB', date: '2026-02-01' })
  const sheet = new Sheet(document)
  sheet.newPage()
  for (const line of lines) sheet.paragraph(line, { size: 20 })
  for (const line of lines.slice(0, 4)) sheet.paragraph(line, { size: 20, bold: true })
  return bytesOf(document)
}

describe('a name', () => {
  it.each(Object.entries(SCRIPTS))('in %s is written in a font of its own, in both weights', (script, text) => {
    expect(unwritable([text])).toEqual([])
    for (const bold of [false, true]) {
      expect(new Set(textRuns(text, bold).map(({ font }) => font))).toEqual(new Set([`${script}-${bold ? 600 : 400}`]))
    }
  })

  it('in Burmese has its vowel before the consonant that it is typed after', () => {
    const font = fontOf('myanmar-400')
    const written = font.layout('အေ').glyphs.map(({ id }) => id)
    expect(written).toEqual(['ေ', 'အ'].map((letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0).id))
  })

  it('with signs that no font has says which', () => {
    expect(unwritable(['Ada 🛩️', 'ᚠᚢ Anna', 'Ada 🛩️', 'line\nfeed\u200f'])).toEqual(['🛩', 'ᚠ', 'ᚢ'])
  })

  it.skipIf(NO_PDFTOTEXT)('is found again in the PDF (skipped without pdftotext)', async () => {
    const pdf = await paperWith(Object.values(SCRIPTS))
    const shown = process.env['BLOCKTIME_SHOW_SCRIPTS']
    if (shown !== undefined) writeFileSync(shown, pdf)
    const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
    for (const script of ['georgian', 'armenian', 'ethiopic', 'lao'] as const) expect(text).toContain(SCRIPTS[script])
  })
})
