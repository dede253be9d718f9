import { Modal } from '@mantine/core'
import type { ComponentType } from 'react'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { useFading } from '../../ui/fading.ts'
import { useFilledGuard } from '../../ui/filled-guard.tsx'
import type { Layer } from '../../ui/places.ts'
import { ACTION_TITLES, type ActionView } from './action-view.ts'
import { AddForm } from './add-form.tsx'
import type { CustomerFormProps } from './customer-form.ts'
import { CUSTOMER_FORM_OF, FORM_OF } from './package-forms.ts'
import type { PackageFormProps } from './package-of.ts'
import { CorrectionForm } from './payments/correction-form.tsx'
import { ReversalForm } from './payments/reversal-form.tsx'
import { say } from '../../../shared/words/say.ts'

interface ActionDialogProps {
  /** null when closed */
  readonly view: ActionView | null
  readonly layer: Layer
  readonly onClose: () => void
}

/** The one dialog of the desk's actions: title, fields, what they would change, note, and the buttons. */
export function ActionDialog({ view, layer, onClose }: ActionDialogProps) {
  const { shown, gone } = useFading(view)
  const guard = useFilledGuard(onClose, layer.zIndex)
  return (
    <>
      <Modal.Root
        opened={view !== null}
        onClose={guard.close}
        onExitTransitionEnd={gone}
        size={560}
        padding={0}
        yOffset={48}
        returnFocus={false}
        zIndex={layer.zIndex}
        closeOnEscape={layer.top && !guard.asking}
      >
        <Modal.Overlay />
        <Modal.Content>
          <DialogHead title={<Modal.Title>{shown ? ACTION_TITLES[shown.kind] : ''}</Modal.Title>} quiet>
            <Modal.CloseButton aria-label={say('ui.close')} />
          </DialogHead>
          <Modal.Body>
            {/* Another action is another form, with nothing left of the one before. */}
            {shown !== null && guard.wrap(<FormOf key={JSON.stringify(shown)} view={shown} onClose={onClose} />)}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      {guard.question}
    </>
  )
}

function FormOf({ view, onClose }: { view: ActionView; onClose: () => void }) {
  if ('ref' in view) {
    const { kind, ref, ...about } = view
    const Form: ComponentType<PackageFormProps> = FORM_OF[kind]
    return <Form {...about} packageRef={ref} onClose={onClose} />
  }
  switch (view.kind) {
    case 'add':
      return <AddForm {...view} onClose={onClose} />
    case 'reversePayment':
      return <ReversalForm {...view} of={view.payment} onClose={onClose} />
    case 'correctPayment':
      return <CorrectionForm {...view} of={view.payment} onClose={onClose} />
    default: {
      const { kind, ...about } = view
      const Form: ComponentType<CustomerFormProps> = CUSTOMER_FORM_OF[kind]
      return <Form {...about} onClose={onClose} />
    }
  }
}
