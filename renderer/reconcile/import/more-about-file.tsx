import { Select, TextInput } from '@mantine/core'
import type { Mapping } from '../../../shared/contract/reconcile-file.ts'
import { say, type WordKey } from '../../../shared/words/say.ts'
import classes from './import.module.css'

type Written = 'encoding' | 'delimiter' | 'dateOrder' | 'decimalSign' | 'receivedIs'

interface WrittenField<Field extends Written> {
  readonly field: Field
  readonly label: WordKey
  readonly choices: readonly (readonly [value: Mapping[Field], label: WordKey])[]
}

const FIELDS: readonly { [Field in Written]: WrittenField<Field> }[Written][] = [
  {
    field: 'encoding',
    label: 'payment_import.encoding',
    choices: [
      ['auto', 'payment_import.found_out'],
      ['utf-8', 'payment_files.encoding_utf-8'],
      ['windows-1252', 'payment_files.encoding_windows-1252'],
      ['iso-8859-15', 'payment_files.encoding_iso-8859-15'],
      ['shift_jis', 'payment_files.encoding_shift_jis'],
      ['gb18030', 'payment_files.encoding_gb18030'],
      ['utf-16le', 'payment_files.encoding_utf-16le'],
      ['utf-16be', 'payment_files.encoding_utf-16be'],
    ],
  },
  {
    field: 'delimiter',
    label: 'payment_import.separated_by',
    choices: [
      ['auto', 'payment_import.found_out'],
      [',', 'payment_import.comma'],
      [';', 'payment_import.semicolon'],
      ['\t', 'payment_import.tab'],
      ['|', 'payment_import.bar'],
    ],
  },
  {
    field: 'dateOrder',
    label: 'payment_import.dates_written',
    choices: [
      ['auto', 'payment_import.found_out'],
      ['mdy', 'payment_files.order_mdy'],
      ['dmy', 'payment_files.order_dmy'],
      ['ymd', 'payment_files.order_ymd'],
    ],
  },
  {
    field: 'decimalSign',
    label: 'payment_import.decimals',
    choices: [
      ['auto', 'payment_import.found_out'],
      ['.', 'payment_files.decimal_point'],
      [',', 'payment_files.decimal_comma'],
    ],
  },
  {
    field: 'receivedIs',
    label: 'payment_import.received_is',
    choices: [
      ['positive', 'payment_files.received_positive'],
      ['negative', 'payment_files.received_negative'],
    ],
  },
]

interface MoreAboutFileProps {
  readonly mapping: Mapping
  readonly onMapping: (mapping: Mapping) => void
}

/** How the file is written: found out from it, and seldom to be changed. */
export function MoreAboutFile({ mapping, onMapping }: MoreAboutFileProps) {
  return (
    <details className={classes.more}>
      <summary>{say('payment_import.more_about')}</summary>
      <div className={classes.mapping}>
        {FIELDS.map(({ field, label, choices }) => (
          <Select
            key={field}
            label={say(label)}
            size="sm"
            allowDeselect={false}
            data={choices.map(([value, words]) => ({ value, label: say(words) }))}
            value={mapping[field]}
            onChange={(to) => {
              const choice = choices.find(([value]) => value === to)
              if (choice) onMapping({ ...mapping, [field]: choice[0] })
            }}
          />
        ))}
        <TextInput
          label={say('payment_import.rows_above')}
          size="sm"
          inputMode="numeric"
          value={String(mapping.skipRows)}
          onChange={(event) => {
            const rows = Number(event.currentTarget.value)
            if (Number.isInteger(rows) && rows >= 0 && rows <= 1000) onMapping({ ...mapping, skipRows: rows })
          }}
        />
      </div>
    </details>
  )
}
