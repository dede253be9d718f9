import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { Offer } from '../../../shared/contract/catalogue.ts'
import { say } from '../../../shared/words/say.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { useCatalogue } from '../catalogue-queries.ts'
import { OfferWizard } from './offer-wizard.tsx'

interface NewOfferDialogProps {
  /** what it begins with: nothing, or a package to copy; null when closed */
  readonly beginning: { readonly from: Offer | null } | null
  readonly onClose: () => void
}

/** The dialog of the wizard New package. */
export function NewOfferDialog({ beginning, onClose }: NewOfferDialogProps) {
  const [shown, setShown] = useState(beginning)
  const catalogue = useCatalogue()
  // The content stays while the dialog fades out.
  if (beginning !== null && beginning !== shown) setShown(beginning)
  return (
    <Modal.Root
      opened={beginning !== null}
      onClose={onClose}
      onExitTransitionEnd={() => setShown(null)}
      size={760}
      padding={0}
      yOffset={32}
      closeOnClickOutside={false}
    >
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{say('settings.new_package')}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('settings.close_new_package')} />
        </DialogHead>
        <Modal.Body p={24}>
          {catalogue.isError && <FailureNotice thrown={catalogue.error} onRetry={() => void catalogue.refetch()} />}
          {shown !== null && catalogue.data && (
            <OfferWizard from={shown.from} entries={catalogue.data.entries} onClose={onClose} />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
