import { Checkbox, Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { CallInput } from '../../shared/contract/index.ts'
import { batchFormSchema, type BatchForm } from '../../shared/contract/statements/batch.ts'
import { packageStatusSchema } from '../../shared/contract/values.ts'
import { businessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import outcome from '../packages/actions/outcome-field.module.css'
import { DayField } from '../ui/fields/day-field.tsx'

/** What is asked for; the form null until somebody chooses one. */
export type ManyOrder = Omit<CallInput<'statements.startBatch'>, 'form'> & { readonly form: BatchForm | null }

const STATUSES = [
  { value: 'active', label: say('statements.active_packages') },
  { value: 'completed', label: say('statements.completed_packages') },
  { value: 'removed', label: say('statements.removed_packages') },
  { value: 'all', label: say('statements.all_packages') },
]

interface OrderFieldsProps {
  readonly order: ManyOrder & { readonly form: BatchForm }
  readonly onOrder: (to: Partial<ManyOrder>) => void
  readonly problemAt: (field: string) => string | null
}

/** Which statements, of which days, and in what they are written. */
export function OrderFields({ order, onOrder, problemAt }: OrderFieldsProps) {
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={say('statements.search')}
          placeholder={say('statements.customer_number_or_package')}
          value={order.search}
          onChange={(event) => onOrder({ search: event.currentTarget.value })}
        />
        <Select
          label={say('statements.status')}
          data={STATUSES}
          allowDeselect={false}
          value={order.status ?? 'all'}
          onChange={(value) => onOrder({ status: packageStatusSchema.safeParse(value).data ?? null })}
        />
      </Group>
      <Group grow align="flex-start">
        <DayField
          label={say('statements.from')}
          value={typeof order.from === 'string' ? businessDate(order.from) : null}
          onChange={(from) => onOrder({ from })}
          clear={say('statements.from_clear')}
          empty={say('statements.from_empty')}
          disabled={order.short}
          error={problemAt('from')}
        />
        <DayField
          label={say('statements.as_of')}
          value={typeof order.asOf === 'string' ? businessDate(order.asOf) : null}
          onChange={(asOf) => onOrder({ asOf })}
          clear={say('statements.as_of_clear')}
          empty={say('statements.as_of_empty')}
        />
      </Group>
      <FormFields order={order} onOrder={onOrder} />
    </>
  )
}

function FormFields({ order, onOrder }: Omit<OrderFieldsProps, 'problemAt'>) {
  return (
    <Group>
      <SegmentedControl
        aria-label={say('statements.form')}
        classNames={{ input: outcome.input ?? '' }}
        data={[
          { value: 'folder', label: say('statements.a_pdf_each') },
          { value: 'zip', label: say('statements.a_zip') },
          { value: 'one', label: say('statements.one_pdf') },
        ]}
        value={order.form}
        onChange={(value) => {
          const form = batchFormSchema.parse(value)
          onOrder(form === 'one' ? { form, drafts: false } : { form })
        }}
      />
      <Checkbox
        label={say('statements.say_in_words_how_the_numbers_come')}
        checked={order.inWords}
        onChange={(event) => onOrder({ inWords: event.currentTarget.checked })}
      />
      <Checkbox
        label={say('statements.short')}
        checked={order.short}
        onChange={(event) => onOrder({ short: event.currentTarget.checked, from: null })}
      />
      <Checkbox
        label={say('statements.drafts')}
        checked={order.drafts ?? false}
        disabled={order.form === 'one'}
        onChange={(event) => onOrder({ drafts: event.currentTarget.checked })}
      />
    </Group>
  )
}
