import { Button, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState, type ComponentProps } from 'react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Money } from '../../ui/money.tsx'
import { problemAt, useChange, useOfferPrice } from '../catalogue-queries.ts'
import classes from '../settings.module.css'
import { DetailsStep, LinesStep, ReviewStep } from './offer-steps.tsx'
import { useSchool } from '../../ui/school.tsx'
import { typedDiscount } from './discounted-rate.ts'
import { draftOf, linesAreRead, offerLines, typedMonths, type Beginning, type OfferDraft } from './offer-draft.ts'
import type { Cents } from '../../../shared/money.ts'
import { moneyText } from '../../../shared/money-text.ts'

const STEPS = [
  say('settings.details'),
  say('settings.hours'),
  say('settings.products_and_services'),
  say('settings.review'),
] as const
const LAST = STEPS.length - 1
const PREVIEW_PAUSE_MS = 120

interface OfferWizardProps {
  readonly beginning: Beginning
  readonly entries: readonly CatalogueEntry[]
  readonly onClose: () => void
}

/** A package in four steps, with the total computed as one types. Enter goes on. */
export function OfferWizard({ beginning, entries, onClose }: OfferWizardProps) {
  const { locale } = useSchool()
  const [draft, setDraft] = useState(() => draftOf(beginning, locale))
  const [step, setStep] = useState(0)
  const lines = offerLines(draft, entries, locale)
  const price = useTypedPrice(lines)
  const months = typedMonths(draft.months)
  const edits = beginning.of === 'edit'
  const save = useSave(edits, onClose)
  const goOn = () => {
    if (step < LAST) setStep(step + 1)
    else if (!isProblem(months)) {
      const input = { code: draft.code.trim(), name: draft.name.trim(), validMonths: months, lines }
      // A code or name that was refused is shown where it was typed.
      save.mutate(input, { onError: (thrown) => setStep(isDetail(failureOf(thrown).field) ? 0 : LAST) })
    }
  }
  const thrown = save.error ?? price.error
  const amountOf = (code: string) => price.data?.amounts[lines.findIndex((line) => line.code === code)] ?? null
  const ready = isReady(draft, entries, locale)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <Steps at={step} />
      <Stack gap="md">
        <StepOf
          step={step}
          draft={draft}
          onDraft={setDraft}
          entries={entries}
          amountOf={amountOf}
          total={price.data?.total ?? null}
          codeFixed={edits}
          problems={{ code: problemAt(save.error, 'code'), name: problemAt(save.error, 'name') }}
        />
        {thrown && !isDetail(failureOf(thrown).field) && <FailureNotice thrown={thrown} />}
        <Group justify="space-between">
          <Total
            price={lines.length > 0 ? (price.data?.total ?? null) : null}
            before={edits ? beginning.offer.price : null}
          />
          <WizardButtons
            step={step}
            onBack={() => (step === 0 ? onClose() : setStep(step - 1))}
            ready={ready && (step < LAST || lines.length > 0)}
            pending={save.isPending}
            submit={say(edits ? 'settings.save_package' : 'settings.create_package')}
          />
        </Group>
      </Stack>
    </form>
  )
}

type StepOfProps = ComponentProps<typeof DetailsStep> & ComponentProps<typeof ReviewStep> & { readonly step: number }

function StepOf({ step, ...props }: StepOfProps) {
  if (step === 0) return <DetailsStep {...props} />
  if (step === 1 || step === 2) return <LinesStep {...props} entries={ofStep(props.entries, step)} />
  return <ReviewStep {...props} />
}

function isReady(draft: OfferDraft, entries: readonly CatalogueEntry[], locale: string): boolean {
  const { code, name, months, discount } = draft
  const terms = !isProblem(typedMonths(months)) && typeof typedDiscount(discount, locale) === 'number'
  const read = terms && linesAreRead(draft, entries, locale)
  return code.trim() !== '' && name.trim() !== '' && read
}

/** The price as one types, with the one before where a package is edited. */
function Total({ price, before }: { price: Cents | null; before: Cents | null }) {
  const school = useSchool()
  return (
    <Text fw={600} role="status">
      {say('settings.total')} {price === null ? '–' : <Money amount={price} />}{' '}
      {before !== null && price !== null && before !== price && (
        <Text span size="sm" c="dimmed">
          {say('settings.price_before', { amount: moneyText(before, school) })}
        </Text>
      )}
    </Text>
  )
}

function ofStep(entries: readonly CatalogueEntry[], step: 1 | 2): readonly CatalogueEntry[] {
  return entries.filter(({ kind }) => (kind === 'hour') === (step === 1))
}

function useSave(edits: boolean, onClose: () => void) {
  return useChange(
    (input: CallInput<'offers.create'>) => call(edits ? 'offers.edit' : 'offers.create', input),
    ({ name }) => say(edits ? 'settings.package_name_is_changed' : 'settings.package_name_is_created', { name }),
    'packages',
    onClose,
  )
}

function isProblem(months: ReturnType<typeof typedMonths>): months is { readonly problem: string } {
  return months !== null && typeof months === 'object'
}

function isDetail(field: string | undefined): boolean {
  return field === 'code' || field === 'name'
}

function useTypedPrice(lines: CallInput<'offers.price'>['lines']) {
  const [text] = useDebouncedValue(lines.length === 0 ? null : JSON.stringify(lines), PREVIEW_PAUSE_MS)
  const asked = useMemo(() => (text === null ? null : (JSON.parse(text) as typeof lines)), [text])
  return useOfferPrice(asked)
}

function Steps({ at }: { at: number }) {
  return (
    <ol className={classes.steps} aria-label={say('settings.steps')}>
      {STEPS.map((name, place) => (
        <li key={name} {...(place === at ? { 'aria-current': 'step' as const } : {})}>
          {place + 1}. {name}
        </li>
      ))}
    </ol>
  )
}

function WizardButtons(props: { step: number; onBack: () => void; ready: boolean; pending: boolean; submit: string }) {
  return (
    <Group gap="sm">
      <Button variant="default" onClick={props.onBack}>
        {props.step === 0 ? say('settings.cancel') : say('settings.back')}
      </Button>
      <Button type="submit" disabled={!props.ready} loading={props.pending}>
        {props.step === LAST ? props.submit : say('settings.next')}
      </Button>
    </Group>
  )
}
