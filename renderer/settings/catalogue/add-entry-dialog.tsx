import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { NewEntry } from '../../../shared/contract/catalogue.ts'
import { lineKindSchema } from '../../../shared/contract/values.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useChange } from '../catalogue-queries.ts'
import type { CataloguePart } from './catalogue-part.ts'
import { CategoryField } from './category-field.tsx'
import { useSchool } from '../../ui/school.tsx'
import { parseTypedPercent, parseTypedRate } from '../typed-rate.ts'

interface AddEntryDialogProps {
  readonly of: CataloguePart
  readonly title: string
  readonly opened: boolean
  readonly onClose: () => void
}

/** The dialog of a new hour type, product or service. */
export function AddEntryDialog({ of, title, opened, onClose }: AddEntryDialogProps) {
  return (
    <FormDialog
      opened={opened}
      title={title}
      closeLabel={say('settings.close_title', { title })}
      width={560}
      onClose={onClose}
    >
      <NewEntryForm of={of} onClose={onClose} />
    </FormDialog>
  )
}

function NewEntryForm({ of, onClose }: { of: CataloguePart; onClose: () => void }) {
  const { locale } = useSchool()
  const form = useForm<NewEntry>({
    initialValues: {
      code: '',
      name: '',
      kind: of === 'hours' ? 'hour' : 'product',
      category: '',
      rate: '',
      taxPercent: '0',
    },
    validate: {
      code: (value) => (value.trim() === '' ? say('settings.write_a_code') : null),
      name: (value) => (value.trim() === '' ? say('settings.write_a_name') : null),
      rate: (value) => problemOf(parseTypedRate(value, locale)),
      taxPercent: (value) => problemOf(parseTypedPercent(value, locale)),
    },
  })
  const add = useChange(
    (entry: NewEntry) => addEntry(entry, locale),
    (entry) => say('settings.name_code_is_added', { name: entry.name, code: entry.code }),
    of,
    onClose,
  )
  const submit = (entry: NewEntry) =>
    add.mutate(entry, {
      onError: (thrown) => {
        const { field, message, remedy } = failureOf(thrown)
        if (field && field in form.values) form.setFieldError(field, remedy ? `${message} ${remedy}` : message)
      },
    })
  const elsewhere = add.isError && !((failureOf(add.error).field ?? '') in form.values)
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        <TextInput label={say('settings.code')} data-autofocus maxLength={200} {...form.getInputProps('code')} />
        <TextInput label={say('settings.name')} maxLength={200} {...form.getInputProps('name')} />
        <KindField of={of} values={form.values} onChange={(change) => form.setValues(change)} />
        <TextInput label={say('settings.standard_rate')} inputMode="decimal" {...form.getInputProps('rate')} />
        <TextInput label={say('settings.tax_in_percent')} inputMode="decimal" {...form.getInputProps('taxPercent')} />
        {elsewhere && <FailureNotice thrown={add.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('settings.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {say('settings.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Product or service; of an hour type, what its hours are of. */
function KindField(props: { of: CataloguePart; values: NewEntry; onChange: (to: Partial<NewEntry>) => void }) {
  const { of, values, onChange } = props
  if (of === 'hours') return <CategoryField value={values.category} onChange={(category) => onChange({ category })} />
  return (
    <Select
      label={say('settings.kind')}
      data={[
        { value: 'product', label: say('settings.product') },
        { value: 'service', label: say('settings.service') },
      ]}
      allowDeselect={false}
      value={values.kind}
      onChange={(value) => onChange({ kind: lineKindSchema.parse(value) })}
    />
  )
}

function addEntry(entry: NewEntry, locale: string) {
  return call('catalogue.add', {
    ...entry,
    code: entry.code.trim(),
    name: entry.name.trim(),
    rate: read(parseTypedRate(entry.rate, locale)),
    taxPercent: read(parseTypedPercent(entry.taxPercent, locale)),
  })
}

function problemOf(parsed: ReturnType<typeof parseTypedRate>): string | null {
  return typeof parsed === 'object' ? parsed.problem : null
}

/** What the form has found readable before it is sent. */
function read(parsed: ReturnType<typeof parseTypedRate>): string {
  if (typeof parsed === 'object') throw new Error(parsed.problem)
  return parsed
}
