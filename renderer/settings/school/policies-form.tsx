import { Button, Checkbox, Fieldset, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput } from '../../../shared/contract/index.ts'
import type { Policies } from '../../../shared/contract/policies.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useDone } from '../../ui/places.ts'
import { useSchool } from '../../ui/school.tsx'
import outcome from '../../packages/actions/outcome-field.module.css'
import classes from '../settings.module.css'
import { LocaleField, TimeZoneField } from '../../ui/fields/searched-field.tsx'
import { CashStepField } from './cash-step-field.tsx'
import { LogoField } from './logo-field.tsx'
import { draftOf, readDraft, type DraftProblems, type FieldsProps, type PoliciesDraft } from './policies-draft.ts'

/** Where the engine's refusal of a field belongs. */
const FIELDS: Readonly<Record<string, keyof PoliciesDraft>> = {
  'details.name': 'name',
  'details.address': 'address',
  'details.timeZone': 'timeZone',
  'details.locale': 'locale',
  'details.cashStep': 'cashStep',
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
            {say('settings.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useSave() {
  const queryClient = useQueryClient()
  const tell = useDone()
  return useMutation({
    mutationFn: (input: CallInput<'policies.set'>) => call('policies.set', input),
    onSuccess: () => {
      tell({ sentence: say('settings.the_schools_settings_are_saved'), show: null, undo: null })
      // The school's name and locale are part of every screen.
      void queryClient.invalidateQueries()
    },
  })
}

function DetailsFields({ draft, onDraft, problems }: FieldsProps) {
  return (
    <Fieldset legend={say('settings.school')}>
      <Stack gap="md">
        <TextInput
          label={say('settings.name')}
          maxLength={200}
          value={draft.name}
          onChange={(event) => onDraft({ name: event.currentTarget.value })}
          error={problems.name}
        />
        <Textarea
          label={say('settings.address')}
          description={say('settings.as_it_stands_on_invoices_and')}
          autosize
          minRows={2}
          maxLength={1_000}
          value={draft.address}
          onChange={(event) => onDraft({ address: event.currentTarget.value })}
          error={problems.address}
        />
        <LogoField />
        <Group grow align="flex-start">
          <TimeZoneField
            label={say('settings.time_zone')}
            value={draft.timeZone}
            onChange={(timeZone) => onDraft({ timeZone })}
            error={problems.timeZone}
          />
          <LocaleField
            label={say('settings.language_and_region')}
            value={draft.locale}
            onChange={(locale) => onDraft({ locale })}
            error={problems.locale}
          />
        </Group>
        <Checkbox
          label={say('settings.package_funds_may_go_below_zero_hours')}
          checked={draft.fundsBelowZero}
          onChange={(event) => onDraft({ fundsBelowZero: event.currentTarget.checked })}
        />
        <CashStepField draft={draft} onDraft={onDraft} problems={problems} />
      </Stack>
    </Fieldset>
  )
}

function WithdrawalFields({ draft, onDraft, problems }: FieldsProps) {
  return (
    <Fieldset legend={say('settings.what_a_leaver_gets_back')}>
      <Stack gap="md">
        <Text size="sm">{say('settings.unspent_package_funds_go_back_less')}</Text>
        <Checkbox
          label={say('settings.used_hours_count_at_the_standard')}
          checked={draft.repriceUsedHours}
          onChange={(event) => onDraft({ repriceUsedHours: event.currentTarget.checked })}
        />
        <SegmentedControl
          aria-label={say('settings.administration_fee')}
          classNames={{ input: outcome.input ?? '' }}
          data={[
            { value: 'none', label: say('settings.no_fee') },
            { value: 'fixed', label: say('settings.fixed_fee') },
            { value: 'percent', label: say('settings.percent_of_what_is_unused') },
          ]}
          value={draft.feeKind}
          onChange={(value) => onDraft({ feeKind: value === 'fixed' || value === 'percent' ? value : 'none' })}
        />
        {draft.feeKind === 'fixed' && (
          <TextInput
            label={say('settings.fee')}
            inputMode="decimal"
            value={draft.feeAmount}
            onChange={(event) => onDraft({ feeAmount: event.currentTarget.value })}
            error={problems.feeAmount}
          />
        )}
        {draft.feeKind === 'percent' && (
          <Group grow align="flex-start">
            <TextInput
              label={say('settings.percent')}
              inputMode="decimal"
              value={draft.feePercent}
              onChange={(event) => onDraft({ feePercent: event.currentTarget.value })}
              error={problems.feePercent}
            />
            <TextInput
              label={say('settings.at_most')}
              placeholder={say('settings.no_limit')}
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
    <Fieldset legend={say('settings.running_low')}>
      <Group grow align="flex-start">
        <TextInput
          label={say('settings.fewer_hours_left_than')}
          inputMode="decimal"
          value={draft.lowHours}
          onChange={(event) => onDraft({ lowHours: event.currentTarget.value })}
          error={problems.lowHours}
        />
        <TextInput
          label={say('settings.used_up_at_the_students_pace_within')}
          inputMode="numeric"
          value={draft.lowDays}
          onChange={(event) => onDraft({ lowDays: event.currentTarget.value })}
          error={problems.lowDays}
        />
      </Group>
    </Fieldset>
  )
}
