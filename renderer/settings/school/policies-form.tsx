import { Button, Checkbox, Fieldset, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput } from '../../../shared/contract/index.ts'
import type { Policies } from '../../../shared/contract/policies.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useDone } from '../../ui/places.ts'
import { useSchool } from '../../ui/school.tsx'
import outcome from '../../packages/actions/outcome-field.module.css'
import classes from '../settings.module.css'
import { LogoField } from './logo-field.tsx'
import { draftOf, readDraft, type DraftProblems, type PoliciesDraft } from './policies-draft.ts'

interface FieldsProps {
  readonly draft: PoliciesDraft
  readonly onDraft: (change: Partial<PoliciesDraft>) => void
  readonly problems: DraftProblems
}

/** Where the engine's refusal of a field belongs. */
const FIELDS: Readonly<Record<string, keyof PoliciesDraft>> = {
  'details.name': 'name',
  'details.address': 'address',
  'details.timeZone': 'timeZone',
  'details.locale': 'locale',
  'withdrawal.fee.amount': 'feeAmount',
  'withdrawal.fee.percent': 'feePercent',
  'withdrawal.fee.cap': 'feeCap',
  'runningLow.hours': 'lowHours',
  'runningLow.days': 'lowDays',
}

/** The form of Settings > School. */
export function PoliciesForm({ policies }: { policies: Policies }) {
  const school = useSchool()
  const [draft, setDraft] = useState(() => draftOf(policies, school))
  const [problems, setProblems] = useState<DraftProblems>({})
  const save = useSave()
  const refused = save.error ? failureOf(save.error) : null
  const field = refused?.field === undefined ? undefined : FIELDS[refused.field]
  const shown = { ...problems, ...(field && refused ? { [field]: `${refused.message} ${refused.remedy ?? ''}` } : {}) }
  const change = (to: Partial<PoliciesDraft>) => {
    save.reset()
    setProblems({})
    setDraft({ ...draft, ...to })
  }
  return (
    <form
      className={classes.section}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const read = readDraft(draft, school)
        if ('problems' in read) setProblems(read.problems)
        else save.mutate(read.input)
      }}
    >
      <Stack gap="lg">
        <DetailsFields draft={draft} onDraft={change} problems={shown} />
        <WithdrawalFields draft={draft} onDraft={change} problems={shown} />
        <LowFields draft={draft} onDraft={change} problems={shown} />
        {save.isError && !field && <FailureNotice thrown={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useSave() {
  const queryClient = useQueryClient()
  const say = useDone()
  return useMutation({
    mutationFn: (input: CallInput<'policies.set'>) => call('policies.set', input),
    onSuccess: () => {
      say({ sentence: 'The school’s settings are saved.', show: null, undo: null })
      // The school's name and locale are part of every screen.
      void queryClient.invalidateQueries()
    },
  })
}

function DetailsFields({ draft, onDraft, problems }: FieldsProps) {
  return (
    <Fieldset legend="School">
      <Stack gap="md">
        <TextInput
          label="Name"
          maxLength={200}
          value={draft.name}
          onChange={(event) => onDraft({ name: event.currentTarget.value })}
          error={problems.name}
        />
        <Textarea
          label="Address"
          description="As it stands on invoices and statements"
          autosize
          minRows={2}
          maxLength={1_000}
          value={draft.address}
          onChange={(event) => onDraft({ address: event.currentTarget.value })}
          error={problems.address}
        />
        <LogoField />
        <Group grow align="flex-start">
          <TextInput
            label="Time zone"
            value={draft.timeZone}
            onChange={(event) => onDraft({ timeZone: event.currentTarget.value })}
            error={problems.timeZone}
          />
          <TextInput
            label="Language and region"
            value={draft.locale}
            onChange={(event) => onDraft({ locale: event.currentTarget.value })}
            error={problems.locale}
          />
        </Group>
        <Checkbox
          label="Package funds may go below zero (hours may be used before they are paid)"
          checked={draft.fundsBelowZero}
          onChange={(event) => onDraft({ fundsBelowZero: event.currentTarget.checked })}
        />
      </Stack>
    </Fieldset>
  )
}

function WithdrawalFields({ draft, onDraft, problems }: FieldsProps) {
  return (
    <Fieldset legend="What a leaver gets back">
      <Stack gap="md">
        <Text size="sm">Unspent package funds go back, less what is kept here.</Text>
        <Checkbox
          label="Used hours count at the standard rates of the day"
          checked={draft.repriceUsedHours}
          onChange={(event) => onDraft({ repriceUsedHours: event.currentTarget.checked })}
        />
        <SegmentedControl
          aria-label="Administration fee"
          classNames={{ input: outcome.input ?? '' }}
          data={[
            { value: 'none', label: 'No fee' },
            { value: 'fixed', label: 'Fixed fee' },
            { value: 'percent', label: 'Percent of what is unused' },
          ]}
          value={draft.feeKind}
          onChange={(value) => onDraft({ feeKind: value === 'fixed' || value === 'percent' ? value : 'none' })}
        />
        {draft.feeKind === 'fixed' && (
          <TextInput
            label="Fee"
            inputMode="decimal"
            value={draft.feeAmount}
            onChange={(event) => onDraft({ feeAmount: event.currentTarget.value })}
            error={problems.feeAmount}
          />
        )}
        {draft.feeKind === 'percent' && (
          <Group grow align="flex-start">
            <TextInput
              label="Percent"
              inputMode="decimal"
              value={draft.feePercent}
              onChange={(event) => onDraft({ feePercent: event.currentTarget.value })}
              error={problems.feePercent}
            />
            <TextInput
              label="At most"
              placeholder="No limit"
              inputMode="decimal"
              value={draft.feeCap}
              onChange={(event) => onDraft({ feeCap: event.currentTarget.value })}
              error={problems.feeCap}
            />
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}

function LowFields({ draft, onDraft, problems }: FieldsProps) {
  return (
    <Fieldset legend="Running low">
      <Group grow align="flex-start">
        <TextInput
          label="Fewer hours left than"
          inputMode="decimal"
          value={draft.lowHours}
          onChange={(event) => onDraft({ lowHours: event.currentTarget.value })}
          error={problems.lowHours}
        />
        <TextInput
          label="Used up at the student’s pace within days"
          inputMode="numeric"
          value={draft.lowDays}
          onChange={(event) => onDraft({ lowDays: event.currentTarget.value })}
          error={problems.lowDays}
        />
      </Group>
    </Fieldset>
  )
}
