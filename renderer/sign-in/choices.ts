import { currencyOf } from '../../shared/currency.ts'

/** Every currency that both the computer and the ISO list know, as "USD – US Dollar". */
export function currencyChoices(): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' })
  return Intl.supportedValuesOf('currency')
    .filter((code) => currencyOf(code) !== undefined)
    .map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }))
}
