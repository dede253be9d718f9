/** Whether this computer knows a language and region by its name in BCP 47: en-US, de, pt-BR. */
export function isLocale(text: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(text).length > 0
  } catch {
    // Not even in the form of one.
    return false
  }
}

/** The school's locale, or American English where a school came in with one that is not in the form of one. */
export function readableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}
