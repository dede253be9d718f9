import { Button, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { CatalogueEntry, Offer } from '../../../shared/contract/catalogue.ts'
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
import { draftOf, offerLines } from './offer-draft.ts'

const STEPS = [
  say('settings.details'),
  say('settings.hours'),
  say('settings.products_and_services'),
  say('settings.review'),
] as const
const LAST = STEPS.length - 1
const PREVIEW_PAUSE_MS = 120

interface OfferWizardProps {
  /** the package to copy, or null */
  readonly from: Offer | null
  readonly entries: readonly CatalogueEntry[]
  readonly onClose: () => void
}

/** New package in four steps, with the total computed as one types. Enter goes on. */
export function OfferWizard({ from, entries, onClose }: OfferWizardProps) {
  const { locale } = useSchool()
  const [draft, setDraft] = useState(() => draftOf(from, locale))
  const [step, setStep] = useState(0)
  const lines = offerLines(draft, entries, locale)
  const price = useTypedPrice(lines)
  const create = useChange(
    (input: CallInput<'offers.create'>) => call('offers.create', input),
    (offer) => say('settings.package_name_is_created', { name: offer.name }),
    'packages',
    onClose,
  )
  const goOn = () => {
    if (step < LAST) setStep(step + 1)
    else {
      const input = { code: draft.code.trim(), name: draft.name.trim(), lines }
      // A code or name that was refused is shown where it was typed.
      create.mutate(input, { onError: (thrown) => setStep(isDetail(failureOf(thrown).field) ? 0 : LAST) })
    }
  }
  const thrown = create.error ?? price.error
  const amountOf = (code: string) => price.data?.amounts[lines.findIndex((line) => line.code === code)] ?? null
  const ready = draft.code.trim() !== '' && draft.name.trim() !== ''
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
        {step === 0 && (
          <DetailsStep
            draft={draft}
            onDraft={setDraft}
            problems={{ code: problemAt(create.error, 'code'), name: problemAt(create.error, 'name') }}
          />
        )}
        {(step === 1 || step === 2) && (
          <LinesStep entries={ofStep(entries, step)} draft={draft} onDraft={setDraft} amountOf={amountOf} />
        )}
        {step === LAST && <ReviewStep draft={draft} entries={entries} amountOf={amountOf} />}
        {thrown && !isDetail(failureOf(thrown).field) && <FailureNotice thrown={thrown} />}
        <Group justify="space-between">
          <Text fw={600} role="status">
            {say('settings.total')} {lines.length > 0 && price.data ? <Money amount={price.data.total} /> : '–'}
          </Text>
          <WizardButtons
            step={step}
            onBack={() => (step === 0 ? onClose() : setStep(step - 1))}
            ready={ready && (step < LAST || lines.length > 0)}
            pending={create.isPending}
          />
        </Group>
      </Stack>
    </form>
  )
}

function ofStep(entries: readonly CatalogueEntry[], step: 1 | 2): readonly CatalogueEntry[] {
  return entries.filter(({ kind }) => (kind === 'hour') === (step === 1))
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

function WizardButtons(props: { step: number; onBack: () => void; ready: boolean; pending: boolean }) {
  return (
    <Group gap="sm">
      <Button variant="default" onClick={props.onBack}>
        {props.step === 0 ? say('settings.cancel') : say('settings.back')}
      </Button>
      <Button type="submit" disabled={!props.ready} loading={props.pending}>
        {props.step === LAST ? say('settings.create_package') : say('settings.next')}
      </Button>
    </Group>
  )
}
