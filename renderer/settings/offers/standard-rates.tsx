import { Text } from '@mantine/core'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import { cents, type Cents } from '../../../shared/money.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import { useSchool } from '../../ui/school.tsx'
import { useOfferPrice } from '../catalogue-queries.ts'
import classes from '../settings.module.css'
import { parseTypedRate, typedRateText } from '../typed-rate.ts'

/** The standard rate, where the package has another one. */
export function InsteadOf({ rate, entry }: { readonly rate: string; readonly entry: CatalogueEntry }) {
  const { locale } = useSchool()
  if (Number(parseTypedRate(rate, locale)) === Number(entry.rate)) return null
  return (
    <span className={classes.quiet}> {say('settings.instead_of', { rate: typedRateText(entry.rate, locale) })}</span>
  )
}

interface AtStandardRatesProps {
  readonly lines: CallInput<'offers.price'>['lines']
  readonly entries: readonly CatalogueEntry[]
  readonly total: Cents | null
}

/** What the same would cost at the standard rates, where that is another price. */
export function AtStandardRates({ lines, entries, total }: AtStandardRatesProps) {
  const school = useSchool()
  const rates = new Map(entries.map(({ code, rate }) => [code, rate]))
  const standard = lines.map((line) => ({ ...line, rate: rates.get(line.code) ?? line.rate }))
  const price = useOfferPrice(lines.length === 0 ? null : standard).data?.total
  if (price === undefined || total === null || price === total) return null
  const said = { price: moneyText(price, school), difference: moneyText(cents(Math.abs(price - total)), school) }
  return (
    <Text size="sm" mt="sm">
      {total < price ? say('settings.less_than_standard', said) : say('settings.more_than_standard', said)}
    </Text>
  )
}
