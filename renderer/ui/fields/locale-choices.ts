const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Languages that a region has besides the one that most of it speaks, and English. */
const FURTHER = [
  'fr-CA',
  'fr-BE',
  'de-BE',
  'fr-CH',
  'it-CH',
  'sv-FI',
  'es-US',
  'ca-ES',
  'eu-ES',
  'gl-ES',
  'cy-GB',
  'ga-IE',
]
/** Codes that name no country where a school could be. */
const NO_REGIONS = new Set(['ZZ', 'EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'AC', 'CP', 'DG', 'TA', 'IC', 'EA', 'CQ'])

export interface LocaleChoice {
  readonly value: string
  readonly label: string
}

/**
 * Languages with the regions where they are spoken, by name: each region's own, and English. A locale that a school has
 * already stands among them, too.
 */
export function localeChoices(present: string): LocaleChoice[] {
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`))
  const known = codes.filter((code) => !NO_REGIONS.has(code) && regions.of(code) !== undefined)
  const own = known.map((code) => `${new Intl.Locale(`und-${code}`).maximize().language}-${code}`)
  const locales = new Set([present, ...own, ...known.map((code) => `en-${code}`), ...FURTHER])
  return [...locales]
    .filter((locale) => locale !== '')
    .map((locale) => ({ value: locale, label: `${nameOf(names, locale)} – ${locale}` }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'))
}

function nameOf(names: Intl.DisplayNames, locale: string): string {
  try {
    return names.of(locale) ?? locale
  } catch {
    return locale
  }
}

/** Zones that the browser lists by a name of the past, by the one under which people look for them. */
const NAMED_ANEW: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/**
 * Every IANA time zone by its present name, the computer's own, UTC and the one a school has included even where the
 * list leaves them out.
 */
export function timeZoneChoices(present: string): string[] {
  const named = (zone: string) => NAMED_ANEW[zone] ?? zone
  const own = named(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const zones = new Set([own, 'UTC', present, ...Intl.supportedValuesOf('timeZone').map(named)])
  return [...zones].filter((zone) => zone !== '').sort()
}
