import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import type { Mapping } from '../../../shared/contract/reconcile-file.ts'
import type { ReceiptField } from '../../../shared/receipt-fields.ts'
import { say } from '../../../shared/words/say.ts'
import outcome from '../../packages/actions/outcome-field.module.css'
import classes from './import.module.css'

interface MappingFieldsProps {
  /** the names of the file's columns */
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly onMapping: (mapping: Mapping) => void
}

const NO_COLUMN = 'none'

/** Which column of the file says what. Amounts stand in one column, or in two: received, and paid out. */
export function MappingFields({ columns, mapping, onMapping }: MappingFieldsProps) {
  const { amount, received, paidOut } = mapping.columns
  const inTwo = amount === null && (received !== null || paidOut !== null)
  const [wantsTwo, setWantsTwo] = useState<boolean | null>(null)
  const two = wantsTwo ?? inTwo
  const fields: readonly ReceiptField[] = [
    'date',
    ...(two ? (['received', 'paidOut'] as const) : (['amount', 'direction'] as const)),
    'name',
    'reference',
    'id',
    'fee',
    'text',
    'payout',
  ]
  const set = (changed: Partial<Mapping['columns']>) =>
    onMapping({ ...mapping, columns: { ...mapping.columns, ...changed } })
  return (
    <>
      <div className={classes.mapping}>
        {fields.map((field) => (
          <ColumnField
            key={field}
            field={field}
            columns={columns}
            value={mapping.columns[field]}
            onChange={(column) => set({ [field]: column })}
          />
        ))}
      </div>
      <SegmentedControl
        mt="sm"
        size="xs"
        aria-label={say('payment_import.where_amounts')}
        classNames={{ input: outcome.input ?? '' }}
        data={[
          { value: 'one', label: say('payment_import.in_one') },
          { value: 'two', label: say('payment_import.in_two') },
        ]}
        value={two ? 'two' : 'one'}
        onChange={(value) => {
          setWantsTwo(value === 'two')
          set(
            value === 'two'
              ? { amount: null, direction: null, received: received ?? amount }
              : { amount: amount ?? received, received: null, paidOut: null },
          )
        }}
      />
    </>
  )
}

interface ColumnFieldProps {
  readonly field: ReceiptField
  readonly columns: readonly string[]
  readonly value: string | null
  readonly onChange: (column: string | null) => void
}

/** The columns have names of any kind: each is marked, so that none is taken for "none". */
function ColumnField({ field, columns, value, onChange }: ColumnFieldProps) {
  const names = [...new Set(columns)].filter((name) => name !== '')
  const needed = field === 'date' || field === 'amount'
  return (
    <Select
      label={say(`payment_files.field_${field}`)}
      size="sm"
      searchable={names.length > 12}
      selectFirstOptionOnChange
      allowDeselect={false}
      placeholder={needed ? say('payment_import.choose_column') : say('payment_import.no_column')}
      data={[
        ...(needed ? [] : [{ value: NO_COLUMN, label: say('payment_import.no_column') }]),
        ...names.map((name) => ({ value: `=${name}`, label: name })),
      ]}
      value={value === null ? (needed ? null : NO_COLUMN) : `=${value}`}
      onChange={(to) => onChange(to === null || to === NO_COLUMN ? null : to.slice(1))}
      {...(needed && value === null ? { error: say('payment_import.must_have') } : {})}
    />
  )
}
