import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// Not called `require`: the build puts one of its own beside it.
const packages = createRequire(import.meta.url)

/** Scripts whose fonts come from packages, and the fonts' names there. */
const PACKAGED = {
  tamil: 'Tamil',
  bengali: 'Bengali',
  georgian: 'Georgian',
  armenian: 'Armenian',
  ethiopic: 'Ethiopic',
  gujarati: 'Gujarati',
  gurmukhi: 'Gurmukhi',
  sinhala: 'Sinhala',
  myanmar: 'Myanmar',
  telugu: 'Telugu',
  kannada: 'Kannada',
  malayalam: 'Malayalam',
  oriya: 'Oriya',
  khmer: 'Khmer',
  lao: 'Lao',
  thaana: 'Thaana',
} as const
export type PackagedPart = keyof typeof PACKAGED

const WEIGHTS = { '400': '400Regular', '600': '600SemiBold' } as const

/** The file of a font of the book, by its part and weight: tamil-400. */
export function fontFile(name: string): string {
  const [, part = '', weight = ''] = /^(.+)-(400|600)$/.exec(name) ?? []
  const packaged = Object.entries(PACKAGED).find(([own]) => own === part)?.[1]
  if (packaged === undefined) return join(fontsFolder(), `${name}.ttf`)
  const folder = WEIGHTS[weight === '600' ? '600' : '400']
  return packages.resolve(`@expo-google-fonts/noto-sans-${part}/${folder}/NotoSans${packaged}_${folder}.ttf`)
}

/** Beside this file, or beside what was built from it. */
function fontsFolder(): string {
  const here = import.meta.dirname
  const folder = [join(here, 'fonts'), join(here, '..', 'fonts')].find((candidate) => existsSync(candidate))
  if (folder === undefined) throw new Error('the fonts of the statements are missing')
  return folder
}
