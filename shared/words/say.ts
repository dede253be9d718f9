import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en.ts'
import { isolated } from './isolated.ts'

type English = typeof en

/** A catalogue in another language: one file that has every area and every sentence of the English one. */
export type Words = { readonly [Area in keyof English]: { readonly [Key in keyof English[Area]]: string } }

/** Names a sentence: `area.key`. */
export type WordKey = { [Area in keyof English & string]: `${Area}.${keyof English[Area] & string}` }[keyof English &
  string]

/** What is filled into a sentence. Amounts, days and quantities come as text, written the school's way. */
export type WordParams = Readonly<Record<string, string | number>>

const CATALOGUES = { en } as const satisfies Readonly<Record<string, Words>>
const LANGUAGE: keyof typeof CATALOGUES = 'en'

// Which languages the computer knows is not asked: it would load them all, which takes a tenth of a start.
IntlMessageFormat.resolveLocale = () => new Intl.Locale(LANGUAGE)

/** Signs that mean something in a message: without any of them it is said as it stands. */
const MEANS_SOMETHING = /[{}#]|'['<>]/

const made = new Map<WordKey, IntlMessageFormat>()

/** The sentence or label of a key, filled in. Throws where the sentence asks for something that is not given. */
export function say(key: WordKey, params?: WordParams): string {
  const message = messageOf(key)
  if (!MEANS_SOMETHING.test(message)) return message
  let format = made.get(key)
  if (!format) {
    format = new IntlMessageFormat(message, LANGUAGE, undefined, { ignoreTag: true })
    made.set(key, format)
  }
  return String(format.format(params && closedOff(params)))
}

/** Signs of direction in a name must not turn the sentence about. */
function closedOff(params: WordParams): WordParams {
  const texts = Object.entries(params).filter(([, value]) => typeof value === 'string' && isolated(value) !== value)
  if (texts.length === 0) return params
  return { ...params, ...Object.fromEntries(texts.map(([name, value]) => [name, isolated(String(value))])) }
}

/** Whether a catalogue has this key: for words that are named by data, such as an action of the history. */
export function isWordKey(key: string): key is WordKey {
  return messageAt(key) !== undefined
}

function messageOf(key: WordKey): string {
  const message = messageAt(key)
  if (message === undefined) throw new Error(`there are no words for ${key}`)
  return message
}

function messageAt(key: string): string | undefined {
  const point = key.indexOf('.')
  const area: Readonly<Record<string, string>> | undefined = (
    CATALOGUES[LANGUAGE] as Readonly<Record<string, Readonly<Record<string, string>>>>
  )[key.slice(0, point)]
  return area && Object.hasOwn(area, key.slice(point + 1)) ? area[key.slice(point + 1)] : undefined
}
