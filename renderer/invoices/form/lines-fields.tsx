import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import type { Cents } from '../../../shared/money.ts'
import type { FormLine, Sources } from './form-line.ts'
import { lineProblem } from './invoice-draft.ts'
import { LineFields } from './line-fields.tsx'
import { say } from '../../../shared/words/say.ts'

interface InvoiceLinesFieldsProps {
  readonly entries: readonly CatalogueEntry[]
  readonly sources: Sources
  readonly lines: readonly FormLine[]
  readonly onLines: (lines: readonly FormLine[]) => void
  /** line by line, as the engine computed them */
  readonly amounts: readonly Cents[]
  /** what the invoice was refused for, or null */
  readonly thrown: unknown
  /** the first one has the focus */
  readonly focused: boolean
}

/** All lines of an invoice, and the button for one more. */
export function InvoiceLinesFields(props: InvoiceLinesFieldsProps) {
  const { entries, sources, lines, onLines, amounts, thrown, focused } = props
  const nextKey = Math.max(-1, ...lines.map(({ key }) => key)) + 1
  const [added, setAdded] = useState(focused ? lines[0]?.key : undefined)
  const replace = (line: FormLine, by: readonly FormLine[]) =>
    onLines(lines.flatMap((known) => (known === line ? by : [known])))
  return (
    <>
      {lines.map((line, place) => (
        <LineFields
          key={line.key}
          line={line}
          place={place}
          lines={lines}
          entries={entries}
          sources={sources}
          amount={amounts[place] ?? null}
          nextKey={nextKey}
          justAdded={line.key === added}
          problemOf={(field) => lineProblem(thrown, place, field)}
          onReplace={(by) => replace(line, by)}
        />
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => {
            setAdded(nextKey)
            onLines([...lines, { key: nextKey, code: null, kind: 'hour', from: null, typed: '', agreed: '' }])
          }}
        >
          {say('invoice_form.lineAdd')}
        </Button>
      </div>
    </>
  )
}
