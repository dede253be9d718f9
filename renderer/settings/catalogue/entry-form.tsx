import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { CallInput } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { problemAt, useChange } from '../catalogue-queries.ts'
import type { CataloguePart } from './catalogue-part.ts'
import { CategoryField } from './category-field.tsx'

interface EntryFormProps {
  readonly entry: CatalogueEntry
  readonly of: CataloguePart
  /** another rate is written above, and not set yet */
  readonly rateUnset: boolean
  readonly onClose: () => void
}

/** What of an hour type or item is changed for all days alike: name, category, and whether it is sold. */
export function EntryForm({ entry, of, rateUnset, onClose }: EntryFormProps) {
  const [held, setHeld] = useState(false)
  const [name, setName] = useState(entry.name)
  const [category, setCategory] = useState(entry.category)
  const [active, setActive] = useState(entry.active)
  const save = useChange(
    (input: CallInput<'catalogue.edit'>) => call('catalogue.edit', input),
    (saved) => say('settings.name_was_changed', { name: saved.name }),
    of,
    onClose,
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setHeld(rateUnset)
        if (!rateUnset) save.mutate({ code: entry.code, name, category, active })
      }}
    >
      <Stack gap="md">
        <TextInput
          label={say('settings.name')}
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problemAt(save.error, 'name')}
        />
        {of === 'hours' && <CategoryField value={category} onChange={setCategory} />}
        <Checkbox
          label={say('settings.sold_at_standard_rate')}
          {...(of === 'hours' ? { description: say('settings.sold_at_standard_rate_why') } : {})}
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        {save.isError && problemAt(save.error, 'name') === null && <FailureNotice thrown={save.error} />}
        {held && rateUnset && (
          <Text size="sm" c="var(--bt-bad)" role="alert">
            {say('settings.rate_unset')}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('settings.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {say('settings.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
