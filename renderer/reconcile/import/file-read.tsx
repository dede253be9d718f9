import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { FilePreview, Mapping, Source } from '../../../shared/contract/reconcile-file.ts'
import { say } from '../../../shared/words/say.ts'
import { useSchool } from '../../ui/school.tsx'
import classes from './import.module.css'
import { FileAsks } from './file-asks.tsx'
import { FirstLines } from './first-lines.tsx'
import { LeftOutLines } from './left-out-lines.tsx'
import { MappingFields } from './mapping-fields.tsx'
import { MoreAboutFile } from './more-about-file.tsx'
import { previewSentence } from './preview-sentence.ts'
import { RawRows } from './raw-rows.tsx'

interface FileReadProps {
  readonly preview: FilePreview
  /** the source that the file is for; null: a new one */
  readonly source: Source | null
  /** it is being read anew under another mapping: what is shown is the reading before */
  readonly working: boolean
  /** somebody said how it is read: what was said can be said otherwise, also where nothing is read so */
  readonly mapped: boolean
  readonly onMapping: (mapping: Mapping) => void
  /** rows that are taken though they look like no payments */
  readonly alsoRows: readonly number[]
  readonly onAlsoRows: (rows: readonly number[]) => void
}

/** A file as it was read: what it leaves open, which column says what, what it comes to, and why it cannot be taken. */
export function FileRead({ preview, source, working, mapped, onMapping, alsoRows, onAlsoRows }: FileReadProps) {
  const school = useSchool()
  const { mapping, preset, problems, asks } = preview
  const hasColumns = preview.columns.length > 1
  // Columns that are known already are not in the way of what the file says.
  const open =
    problems.length > 0 || asks.some(({ about }) => about === 'columns') || (preset === null && source === null)
  const staysOpen = useStaysOpen(open)
  return (
    <div className={classes.fileRead} aria-busy={working}>
      {asks.length > 0 && <FileAsks asks={asks} onMapping={onMapping} />}
      {(hasColumns || mapped || preview.raw.length > 0) && (
        <section aria-label={say('payment_import.columns')}>
          {hasColumns ? (
            <details className={classes.more} open={staysOpen}>
              <summary>{columnsWords(preset, source)}</summary>
              <MappingFields columns={preview.columns} mapping={mapping} onMapping={onMapping} />
              <MoreAboutFile mapping={mapping} onMapping={onMapping} />
            </details>
          ) : (
            <MoreAboutFile mapping={mapping} onMapping={onMapping} />
          )}
          <RawRows rows={preview.raw} written={preview.written} />
        </section>
      )}
      {problems.length > 0 && <Problems preview={preview} />}
      {preview.receipts.length > 0 && (
        <>
          <Text size="sm" role="status">
            {previewSentence(preview, school)}
          </Text>
          <FirstLines preview={preview} />
        </>
      )}
      <LeftOutLines preview={preview} alsoRows={alsoRows} onAlsoRows={onAlsoRows} />
    </div>
  )
}

/** What had to be opened stays open: nobody has the fields that they set go away below their hands. */
function useStaysOpen(open: boolean): boolean {
  const [was, setWas] = useState(open)
  if (open && !was) setWas(true)
  return was
}

function columnsWords(preset: string | null, source: Source | null): string {
  if (source !== null) return say('payment_import.columns_remembered', { source: source.name })
  return preset === null ? say('payment_import.columns_open') : say('payment_import.columns_known', { preset })
}

function Problems({ preview: { problems, more } }: { preview: FilePreview }) {
  return (
    <Alert
      role="alert"
      variant="default"
      bg="var(--bt-bad-quiet)"
      icon={<IconAlertTriangle size={18} color="var(--bt-bad)" aria-hidden />}
      title={say('payment_import.cannot_take')}
    >
      <ul className={classes.problems}>
        {problems.map(({ row, message }) => (
          <li key={`${row} ${message}`}>{row === null ? message : say('payment_files.in_row', { row, message })}</li>
        ))}
      </ul>
      {more > 0 && <Text size="sm">{say('payment_import.more_problems', { count: more })}</Text>}
    </Alert>
  )
}
