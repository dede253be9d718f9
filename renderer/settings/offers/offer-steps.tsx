import { Text, TextInput } from '@mantine/core'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { Money } from '../../ui/money.tsx'
import classes from '../settings.module.css'
import { useSchool } from '../../ui/school.tsx'
import { AtStandardRates, InsteadOf } from './standard-rates.tsx'
import { typedDiscount } from './discounted-rate.ts'
import {
  lineOf,
  offerLines,
  quantityProblem,
  rateProblem,
  typedMonths,
  withDiscount,
  withLine,
  type OfferDraft,
} from './offer-draft.ts'

interface StepProps {
  readonly draft: OfferDraft
  readonly onDraft: (draft: OfferDraft) => void
}

/** Code, name, and how long it is valid. */
export function DetailsStep(
  props: StepProps & {
    entries: readonly CatalogueEntry[]
    codeFixed: boolean
    problems: { code: string | null; name: string | null }
  },
) {
  const { draft, onDraft, entries, codeFixed, problems } = props
  const school = useSchool()
  const discount = typedDiscount(draft.discount, school.locale)
  const months = typedMonths(draft.months)
  return (
    <>
      <TextInput
        label={say('settings.code')}
        {...(codeFixed ? { readOnly: true } : { 'data-autofocus': true })}
        maxLength={200}
        value={draft.code}
        onChange={(event) => onDraft({ ...draft, code: event.currentTarget.value })}
        error={problems.code}
      />
      <TextInput
        label={say('settings.name')}
        maxLength={200}
        value={draft.name}
        onChange={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
        error={problems.name}
      />
      <TextInput
        label={say('settings.valid_for_months')}
        description={say('settings.valid_for_months_why')}
        inputMode="numeric"
        maxLength={4}
        value={draft.months}
        onChange={(event) => onDraft({ ...draft, months: event.currentTarget.value })}
        error={months !== null && typeof months === 'object' ? months.problem : null}
      />
      <TextInput
        label={say('settings.discount')}
        description={say('settings.discount_why')}
        inputMode="decimal"
        maxLength={10}
        value={draft.discount}
        onChange={(event) => onDraft(withDiscount(draft, event.currentTarget.value, entries, school))}
        error={typeof discount === 'object' ? discount.problem : null}
      />
    </>
  )
}

interface LinesStepProps extends StepProps {
  readonly entries: readonly CatalogueEntry[]
  readonly amountOf: (code: string) => Cents | null
}

/** How much of each goes into the package, and at which rate: the standard one until another is typed. */
export function LinesStep({ entries, draft, onDraft, amountOf }: LinesStepProps) {
  const school = useSchool()
  const { locale } = school
  if (entries.length === 0) return <Text c="dimmed">{say('settings.there_is_nothing_of_this_kind_in_the')}</Text>
  return (
    <div>
      <div className={`${classes.draftLine} ${classes.draftHead}`} aria-hidden="true">
        <span>{say('settings.name')}</span>
        <span>{say('settings.quantity')}</span>
        <span>{say('settings.rate')}</span>
        <span className={classes.draftAmount}>{say('settings.with_tax')}</span>
      </div>
      {entries.map((entry) => {
        const line = lineOf(draft, entry, school)
        const amount = line.quantity.trim() === '' ? null : amountOf(entry.code)
        return (
          <div key={entry.code} className={classes.draftLine} role="group" aria-label={entry.name}>
            <div className={classes.draftName}>
              {entry.name} <span className={classes.quiet}>{entry.code}</span>
            </div>
            <TextInput
              aria-label={say('settings.name_quantity', { name: entry.name })}
              placeholder={say(
                entry.kind === 'hour'
                  ? 'settings.hours'
                  : entry.kind === 'product'
                    ? 'settings.pieces'
                    : 'settings.quantity',
              )}
              inputMode="decimal"
              value={line.quantity}
              onChange={(event) =>
                onDraft(withLine(draft, entry.code, { ...line, quantity: event.currentTarget.value }))
              }
              error={quantityProblem(line.quantity, locale, entry.kind)}
            />
            <TextInput
              aria-label={say('settings.name_rate', { name: entry.name })}
              inputMode="decimal"
              value={line.rate}
              onChange={(event) => onDraft(withLine(draft, entry.code, { ...line, rate: event.currentTarget.value }))}
              error={rateProblem(line, locale)}
            />
            <div className={classes.draftAmount}>{amount !== null && <Money amount={amount} />}</div>
          </div>
        )
      })}
    </div>
  )
}

/** What the package will be. */
export function ReviewStep({
  draft,
  entries,
  amountOf,
  total,
}: Omit<LinesStepProps, 'onDraft'> & { total: Cents | null }) {
  const school = useSchool()
  const { locale } = school
  const codes = new Set(offerLines(draft, entries, locale).map(({ code }) => code))
  const months = typedMonths(draft.months)
  const chosen = entries.filter(({ code }) => codes.has(code))
  return (
    <div>
      <Text fw={600}>
        {draft.name} <span className={classes.quiet}>{draft.code}</span>
      </Text>
      {chosen.length === 0 && <Text c="dimmed">{say('settings.add_hours_or_items_first')}</Text>}
      {chosen.map((entry) => {
        const amount = amountOf(entry.code)
        return (
          <div key={entry.code} className={`${classes.draftLine} ${classes.draftReview}`}>
            <span>{entry.name}</span>
            <span>{lineOf(draft, entry, school).quantity}</span>
            <span>
              {say('settings.at_rate', { rate: lineOf(draft, entry, school).rate })}
              <InsteadOf rate={lineOf(draft, entry, school).rate} entry={entry} />
            </span>
            <span className={classes.draftAmount}>{amount !== null && <Money amount={amount} />}</span>
          </div>
        )
      })}
      <AtStandardRates lines={offerLines(draft, entries, locale)} entries={entries} total={total} />
      {typeof months === 'number' && (
        <Text size="sm" mt="sm">
          {say('settings.valid_for', { count: months })}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt="sm">
        {say('settings.once_a_customer_is_added_to_it_the')}
      </Text>
    </div>
  )
}
