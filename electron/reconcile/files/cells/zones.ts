import { isTimeZone } from '../../../../shared/time-zone.ts'

const HOUR = 60

/** Abbreviations of zones, with every offset from UTC that they are used for, in minutes. */
const ABBREVIATIONS: Readonly<Record<string, readonly number[]>> = {
  UTC: [0],
  GMT: [0],
  Z: [0],
  WET: [0],
  WEST: [HOUR],
  BST: [HOUR],
  CET: [HOUR],
  MEZ: [HOUR],
  CEST: [2 * HOUR],
  MESZ: [2 * HOUR],
  EET: [2 * HOUR],
  EEST: [3 * HOUR],
  MSK: [3 * HOUR],
  IST: [5.5 * HOUR, 2 * HOUR, HOUR],
  SGT: [8 * HOUR],
  HKT: [8 * HOUR],
  JST: [9 * HOUR],
  KST: [9 * HOUR],
  AWST: [8 * HOUR],
  ACST: [9.5 * HOUR],
  ACDT: [10.5 * HOUR],
  AEST: [10 * HOUR],
  AEDT: [11 * HOUR],
  NZST: [12 * HOUR],
  NZDT: [13 * HOUR],
  AST: [-4 * HOUR],
  ADT: [-3 * HOUR],
  EST: [-5 * HOUR],
  EDT: [-4 * HOUR],
  CST: [-6 * HOUR, 8 * HOUR],
  CDT: [-5 * HOUR],
  MST: [-7 * HOUR],
  MDT: [-6 * HOUR],
  PST: [-8 * HOUR],
  PDT: [-7 * HOUR],
  AKST: [-9 * HOUR],
  AKDT: [-8 * HOUR],
  HST: [-10 * HOUR],
  BRT: [-3 * HOUR],
  ART: [-3 * HOUR],
}

/** Zones as processors name them in words. */
const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^eastern( standard| daylight)?( time)?\b/, 'America/New_York'],
  [/^central( standard| daylight)?( time)?\b(?!.*europ)/, 'America/Chicago'],
  [/^mountain( standard| daylight)?( time)?\b/, 'America/Denver'],
  [/^arizona/, 'America/Phoenix'],
  [/^pacific( standard| daylight)?( time)?\b/, 'America/Los_Angeles'],
  [/^alaska/, 'America/Anchorage'],
  [/^hawaii/, 'Pacific/Honolulu'],
  [/^atlantic( standard| daylight)?( time)?\b/, 'America/Halifax'],
  [/^(london|greenwich|edinburgh|dublin)/, 'Europe/London'],
  [/^(tokyo|osaka|japan)/, 'Asia/Tokyo'],
]

/** A zone of a file: an IANA name, or the offsets from UTC in minutes that it may mean. */
export type Zone = { readonly name: string } | { readonly offsets: readonly number[] }

/** The zone that a word means; undefined where it is none that is known. */
export function zoneOf(text: string): Zone | undefined {
  const written = text.trim()
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT)? ?([+-])(\d{1,2}):?(\d{2})?$/i.exec(written) ?? []
  if (sign !== undefined) {
    const offset = (Number(hours) * HOUR + Number(minutes)) * (sign === '-' ? -1 : 1)
    return { offsets: [offset] }
  }
  const short = ABBREVIATIONS[written.toUpperCase()]
  if (short) return { offsets: short }
  const lower = written.toLowerCase()
  const inWords = IN_WORDS.find(([pattern]) => pattern.test(lower))?.[1]
  if (inWords !== undefined) return { name: inWords }
  return written.includes('/') && isTimeZone(written) ? { name: written } : undefined
}

/** The zone that the name of a column says: "Created date (UTC)". */
export function zoneInName(name: string): Zone | undefined {
  const words = name.split(/[\s(),_]+/).filter((word) => word !== '')
  const [zone] = words.flatMap((word) => (/^[A-Z]{3,4}$|[/+]|^utc$/.test(word) ? (zoneOf(word) ?? []) : []))
  return zone
}
