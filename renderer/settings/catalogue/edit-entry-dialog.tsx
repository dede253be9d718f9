import { Divider } from '@mantine/core'
import { useState } from 'react'
import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import { say } from '../../../shared/words/say.ts'
import { useFading } from '../../ui/fading.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { CataloguePart } from './catalogue-part.ts'
import { EntryForm } from './entry-form.tsx'
import { RatesPart } from './rates-part.tsx'

interface EditEntryDialogProps {
  readonly of: CataloguePart
  /** null when closed */
  readonly entry: CatalogueEntry | null
  readonly onClose: () => void
}

interface FormsProps {
  readonly of: CataloguePart
  readonly entry: CatalogueEntry
  readonly onClose: () => void
}

/** The two forms one below the other: a rate that was written and not set holds Save back, which would lose it. */
function Forms({ entry, of, onClose }: FormsProps) {
  const [unset, setUnset] = useState(false)
  return (
    <>
      <RatesPart entry={entry} of={of} onWritten={setUnset} />
      <Divider my="lg" />
      <EntryForm entry={entry} of={of} rateUnset={unset} onClose={onClose} />
    </>
  )
}

/** The dialog of an hour type or item: its name, and its rates in time. */
export function EditEntryDialog({ of, entry, onClose }: EditEntryDialogProps) {
  const { shown, gone } = useFading(entry)
  const title = say('settings.edit_name', { name: shown?.name ?? '' })
  return (
    <FormDialog
      opened={entry !== null}
      title={title}
      closeLabel={say('settings.close_title', { title })}
      width={640}
      onClose={onClose}
      onGone={gone}
    >
      {shown && <Forms key={shown.code} entry={shown} of={of} onClose={onClose} />}
    </FormDialog>
  )
}
