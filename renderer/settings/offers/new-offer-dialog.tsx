import type { CatalogueEntry } from '../../../shared/contract/catalogue.ts'
import { say } from '../../../shared/words/say.ts'
import { useFading } from '../../ui/fading.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCatalogue } from '../catalogue-queries.ts'
import type { Beginning } from './offer-draft.ts'
import { OfferWizard } from './offer-wizard.tsx'

interface NewOfferDialogProps {
  /** null when closed */
  readonly beginning: Beginning | null
  readonly onClose: () => void
}

/** The dialog of the wizard New package, in which a package that nobody holds is edited, too. */
export function NewOfferDialog({ beginning, onClose }: NewOfferDialogProps) {
  const { shown, gone } = useFading(beginning)
  const catalogue = useCatalogue()
  const edits = shown?.of === 'edit'
  return (
    <FormDialog
      opened={beginning !== null}
      title={say(edits ? 'settings.edit_package' : 'settings.new_package')}
      closeLabel={say(edits ? 'settings.close_edit_package' : 'settings.close_new_package')}
      width={760}
      onClose={onClose}
      onGone={gone}
    >
      {catalogue.isError && <FailureNotice thrown={catalogue.error} onRetry={() => void catalogue.refetch()} />}
      {shown !== null && catalogue.data && (
        <OfferWizard beginning={shown} entries={shownEntries(catalogue.data.entries, shown)} onClose={onClose} />
      )}
    </FormDialog>
  )
}

/** What is sold, and what is in the package already. */
function shownEntries(entries: readonly CatalogueEntry[], beginning: Beginning): readonly CatalogueEntry[] {
  const held = new Set(beginning.of === 'new' ? [] : beginning.offer.lines.map(({ code }) => code))
  return entries.filter(({ code, active }) => active || held.has(code))
}
