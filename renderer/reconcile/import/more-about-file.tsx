import { Select, TextInput } from '@mantine/core'
import type { Mapping } from '../../../shared/contract/reconcile-file.ts'
import classes from './import.module.css'

type Written = 'encoding' | 'delimiter' | 'dateOrder' | 'decimalSign' | 'receivedIs'

interface WrittenField<Field extends Written> {
  readonly field: Field
  readonly label: string
  readonly choices: readonly (readonly [value: Mapping[Field], label: string])[]
}

const FIELDS: readonly { [Field in Written]: WrittenField<Field> }[Written][] = [
  {
    field: 'encoding',
    label: 'Encoding',
    choices: [
      ['auto', 'Found out from the file'],
      ['utf-8', 'UTF-8'],
      ['windows-1252', 'Windows (Western)'],
      ['iso-8859-15', 'ISO-8859-15 (Western)'],
      ['shift_jis', 'Shift-JIS (Japanese)'],
      ['gb18030', 'GB18030 (Chinese)'],
      ['utf-16le', 'UTF-16, little endian'],
      ['utf-16be', 'UTF-16, big endian'],
    ],
  },
  {
    field: 'delimiter',
    label: 'Columns are separated by',
    choices: [
      ['auto', 'Found out from the file'],
      [',', 'Comma'],
      [';', 'Semicolon'],
      ['\t', 'Tab'],
      ['|', 'Bar'],
    ],
  },
  {
    field: 'dateOrder',
    label: 'Dates are written',
    choices: [
      ['auto', 'Found out from the file'],
      ['mdy', 'Month, day, year'],
      ['dmy', 'Day, month, year'],
      ['ymd', 'Year, month, day'],
    ],
  },
  {
    field: 'decimalSign',
    label: 'Decimals begin with',
    choices: [
      ['auto', 'Found out from the file'],
      ['.', 'Point (1,250.50)'],
      [',', 'Comma (1.250,50)'],
    ],
  },
  {
    field: 'receivedIs',
    label: 'Money received is',
    choices: [
      ['positive', 'Above zero'],
      ['negative', 'Below zero'],
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
      <summary>More about the file</summary>
      <div className={classes.mapping}>
        {FIELDS.map(({ field, label, choices }) => (
          <Select
            key={field}
            label={label}
            size="sm"
            allowDeselect={false}
            data={choices.map(([value, words]) => ({ value, label: words }))}
            value={mapping[field]}
            onChange={(to) => {
              const choice = choices.find(([value]) => value === to)
              if (choice) onMapping({ ...mapping, [field]: choice[0] })
            }}
          />
        ))}
        <TextInput
          label="Rows above the header"
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
