import { Modal } from '@mantine/core'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { useFading } from '../../ui/fading.ts'
import { useFilledGuard } from '../../ui/filled-guard.tsx'
import type { Layer } from '../../ui/places.ts'
import { AccountForm } from './account-form.tsx'
import { ACTION_TITLES, type ActionView } from './action-view.ts'
import { AddForm } from './add-form.tsx'
import { AdjustForm } from './life/adjust-form.tsx'
import { EndForm } from './life/end-form.tsx'
import { LapseForm } from './life/lapse-form.tsx'
import { MembersForm } from './life/members-form.tsx'
import { ReturnForm } from './life/return-form.tsx'
import { FundsForm } from './funds-form.tsx'
import { HoursForm } from './hours-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { MoneyForm } from './money-form.tsx'
import { CorrectionForm } from './payments/correction-form.tsx'
import { ReversalForm } from './payments/reversal-form.tsx'
import { RemoveForm } from './remove-form.tsx'
import { LeavingForm } from '../withdrawal/leaving-form.tsx'
import { WithdrawalForm } from '../withdrawal/withdrawal-form.tsx'
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
  switch (view.kind) {
    case 'pay':
    case 'refund':
      return <MoneyForm {...view} kind={view.kind} packageRef={view.ref} onClose={onClose} />
    case 'withdrawal':
      return <WithdrawalForm packageRef={view.ref} onClose={onClose} />
    case 'transferFunds':
      return <FundsForm {...view} packageRef={view.ref} onClose={onClose} />
    case 'transferHours':
      return <HoursForm {...view} packageRef={view.ref} onClose={onClose} />
    case 'adjust':
      return <AdjustForm {...view} packageRef={view.ref} onClose={onClose} />
    case 'changeEnd':
      return <EndForm {...view} packageRef={view.ref} onClose={onClose} />
    case 'members':
      return <MembersForm {...view} packageRef={view.ref} onClose={onClose} />
    case 'lapse':
      return <LapseForm {...view} packageRef={view.ref} onClose={onClose} />
    case 'returnTo':
      return <ReturnForm {...view} packageRef={view.ref} onClose={onClose} />
    case 'remove':
      return <RemoveForm {...view} packageRef={view.ref} onClose={onClose} />
    case 'add':
      return <AddForm {...view} onClose={onClose} />
    case 'merge':
      return <MergeForm customer={view.customer} onClose={onClose} />
    case 'leave':
      return <LeavingForm customer={view.customer} onClose={onClose} />
    case 'reversePayment':
      return <ReversalForm {...view} of={view.payment} onClose={onClose} />
    case 'correctPayment':
      return <CorrectionForm {...view} of={view.payment} onClose={onClose} />
    case 'deposit':
    case 'withdraw':
      return <AccountForm {...view} onClose={onClose} />
  }
}
