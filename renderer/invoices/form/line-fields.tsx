import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { Cents } from '../../../shared/money.ts'
import { hundredths, type Hundredths } from '../../../shared/quantity.ts'
import { foldedFilter } from '../../ui/fields/folded-filter.ts'
import { Money } from '../../ui/money.tsx'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'
import { useSchool } from '../../ui/school.tsx'
import { moneyText } from '../../../shared/money-text.ts'
import { usePermission } from '../../sign-in/session.tsx'
import { parseTypedAmount, parseTypedQuantity } from '../../../shared/typed-numbers.ts'
import classes from '../invoices.module.css'
import { availableTo, choicesOf, quantityOf, split, type FormLine, type Sources } from './form-line.ts'
import { say } from '../../../shared/words/say.ts'

const STANDARD = ' standard'

interface LineFieldsProps {
  readonly line: FormLine
  readonly place: number
  readonly lines: readonly FormLine[]
  readonly entries: readonly CatalogueEntry[]
  readonly sources: Sources
  readonly amount: Cents | null
  /** why the engine refuses a field of this line, or null */
  readonly problemOf: (field: 'code' | 'package' | 'quantity' | 'amount') => string | null
  /** replaces the line by others; by none: removes it */
  readonly onReplace: (by: readonly FormLine[]) => void
  /** a key that no line has */
  readonly nextKey: number
  /** added with the button: the focus goes on to it */
  readonly justAdded: boolean
}

/** One line of an invoice: what, drawn from where, how much; and the split where that is more than is available. */
export function LineFields(props: LineFieldsProps) {
  const { line, place, entries, sources, onReplace, problemOf } = props
  const { locale } = useSchool()
  const kindOf = (chosen: string | null) => entries.find(({ code }) => code === chosen)?.kind ?? 'hour'
  const kind = kindOf(line.code)
  const fitting = (line.code === null ? undefined : sources.get(line.code)) ?? []
  const parsed = parseTypedQuantity(line.typed, locale, kind)
  const origins = [
    ...fitting.map(({ ref, name, available }) => ({
      value: ref,
      label: say('invoice_form.source', { ref, name, quantity: quantityWithUnit(available, kind, locale) }),
    })),
    { value: STANDARD, label: say('ui.standardRate') },
  ]
  const typedProblem = line.typed !== '' && typeof parsed === 'object' ? parsed.problem : null
  const offered = moreThanAvailable(line, props.lines, sources, locale)
  // The oldest package that holds it is proposed; where there are several, the field offers the others.
  const choose = (code: string | null) =>
    onReplace([
      { ...line, code, kind: kindOf(code), from: (code === null ? undefined : sources.get(code)?.[0]?.ref) ?? null },
    ])
  return (
    <div role="group" aria-label={say('invoice_form.line', { place: place + 1 })}>
      <div className={classes.line}>
        <Select
          label={say('invoice_form.hoursOrItem')}
          searchable
          filter={foldedFilter}
          selectFirstOptionOnChange
          // Whichever is there first: this field, or the dialog that looks for where the focus begins.
          autoFocus={props.justAdded}
          {...(props.justAdded ? { 'data-autofocus': true } : {})}
          data={choicesOf(entries, sources)}
          value={line.code}
          onChange={choose}
          error={problemOf('code')}
        />
        <Select
          label={say('invoice_form.drawnFrom')}
          data={origins}
          allowDeselect={false}
          value={line.from ?? STANDARD}
          onChange={(value) => onReplace([{ ...line, from: value === STANDARD ? null : value }])}
          error={problemOf('package')}
        />
        <TextInput
          label={say('ui.quantity')}
          inputMode="decimal"
          value={line.typed}
          onChange={(event) => onReplace([{ ...line, kind, typed: event.currentTarget.value }])}
          error={typedProblem ?? (offered ? null : problemOf('quantity'))}
        />
        <LineAmount {...props} />
        <RemoveLine place={place} onRemove={() => onReplace([])} />
      </div>
      {offered !== null && <SplitOffer {...props} available={offered} />}
    </div>
  )
}

/** What the line comes to; at the standard rate a field for an amount that was agreed, for those who may. */
function LineAmount({ line, amount, problemOf, onReplace }: LineFieldsProps) {
  const school = useSchool()
  const mayAgree = usePermission('Adjust Packages')
  if (!mayAgree || line.from !== null || line.code === null)
    return <div className={classes.lineAmount}>{amount !== null && <Money amount={amount} />}</div>
  const parsed = line.agreed.trim() === '' ? null : parseTypedAmount(line.agreed, school)
  return (
    <TextInput
      label={say('invoice_form.agreedAmount')}
      inputMode="decimal"
      autoComplete="off"
      // Empty, it is the standard rate's.
      placeholder={amount === null ? '' : moneyText(amount, school)}
      value={line.agreed}
      onChange={(event) => onReplace([{ ...line, agreed: event.currentTarget.value }])}
      error={(typeof parsed === 'object' && parsed !== null ? parsed.problem : null) ?? problemOf('amount')}
    />
  )
}

function RemoveLine({ place, onRemove }: { place: number; onRemove: () => void }) {
  return (
    <div className={classes.lineRemove}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={say('invoice_form.lineRemove', { place: place + 1 })}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </div>
  )
}

/** What is available to a line that asks for more than that; null for any other line. */
function moreThanAvailable(
  line: FormLine,
  lines: readonly FormLine[],
  sources: Sources,
  locale: string,
): Hundredths | null {
  const available = availableTo(line, lines, sources, locale)
  const wanted = quantityOf(line, locale)
  return available === null || wanted === null || wanted <= available ? null : available
}

function SplitOffer({ line, entries, nextKey, onReplace, available }: LineFieldsProps & { available: Hundredths }) {
  const { locale } = useSchool()
  const wanted = quantityOf(line, locale) ?? available
  const kind = entries.find(({ code }) => code === line.code)?.kind ?? 'hour'
  const words = (quantity: number) => quantityWithUnit(hundredths(quantity), kind, locale)
  return (
    <div className={classes.split} role="status">
      <span>
        {say('invoice_form.onlyAvailable', {
          quantity: words(available),
          code: line.code ?? '',
          package: line.from ?? '',
        })}
      </span>
      <Button size="xs" variant="default" onClick={() => onReplace(split(line, available, nextKey, locale))}>
        {say('invoice_form.putOther', { quantity: words(wanted - available) })}
      </Button>
    </div>
  )
}
