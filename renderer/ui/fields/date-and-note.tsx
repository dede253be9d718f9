import { TextInput } from '@mantine/core'
import type { BusinessDate } from '../../../shared/dates.ts'
import classes from './date-and-note.module.css'
import { DateField } from './date-field.tsx'

interface DateAndNoteProps {
  /** null: today */
  readonly date: BusinessDate | null
  readonly onDate: (date: BusinessDate | null) => void
  readonly note: string
  readonly onNote: (note: string) => void
  /** Note, or Reason where the rules ask for one */
  readonly noteLabel: string
  /** why a field is refused, or null */
  readonly problemOf: (field: 'date' | 'note') => string | null
}

/** The two fields at the end of every action: its business date, and the note or the reason. */
export function DateAndNote({ date, onDate, note, onNote, noteLabel, problemOf }: DateAndNoteProps) {
  return (
    <div className={classes.fields}>
      <DateField value={date} onChange={onDate} error={problemOf('date')} />
      <TextInput
        label={noteLabel}
        maxLength={2000}
        value={note}
        onChange={(event) => onNote(event.currentTarget.value)}
        error={problemOf('note')}
      />
    </div>
  )
}
