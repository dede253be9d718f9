import { Modal, Skeleton } from '@mantine/core'
import { Fragment } from 'react'
import { DialogHead } from '../ui/dialog-head.tsx'
import { useFading } from '../ui/fading.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useFilledGuard } from '../ui/filled-guard.tsx'
import type { Layer } from '../ui/places.ts'
import { Arrival } from './arrival.tsx'
import { CancelForm } from './cancel-form.tsx'
import { InvoiceContent } from './invoice-content.tsx'
import type { InvoiceView } from './invoice-view.ts'
import { useInvoice, type Invoice } from './invoices-queries.ts'
import classes from './invoices.module.css'
import { InvoiceForm } from './form/invoice-form.tsx'
import { PayForm } from './pay-form.tsx'
import { RefundForm } from './refund-form.tsx'
import { say } from '../../shared/words/say.ts'

const TITLES: Readonly<Record<InvoiceView['kind'], string>> = {
  new: say('invoices.title_new'),
  invoice: say('invoices.title_invoice'),
  pay: say('invoices.title_pay'),
  refund: say('invoices.title_refund'),
  void: say('invoices.title_void'),
  delete: say('invoices.title_delete'),
  correct: say('invoices.title_correct'),
}

interface InvoiceDialogProps {
  /** null when closed */
  readonly view: InvoiceView | null
  readonly layer: Layer
  readonly onView: (view: InvoiceView) => void
  readonly onClose: () => void
}

/** The dialog Invoice. The form of an action takes its place, and leads back to it. */
export function InvoiceDialog({ view, layer, onView, onClose }: InvoiceDialogProps) {
  const { shown, gone } = useFading(view)
  const title = TITLES[shown?.kind ?? 'invoice']
  const guard = useFilledGuard(onClose, layer.zIndex)
  return (
    <>
      <Modal.Root
        opened={view !== null}
        onClose={guard.close}
        onExitTransitionEnd={gone}
        size={960}
        padding={0}
        yOffset={32}
        closeOnClickOutside={shown?.kind === 'invoice'}
        returnFocus={false}
        zIndex={layer.zIndex}
        closeOnEscape={layer.top && !guard.asking}
      >
        <Modal.Overlay />
        <Modal.Content>
          <DialogHead title={<Modal.Title>{title}</Modal.Title>} quiet>
            <Modal.CloseButton aria-label={say('invoices.close', { title })} />
          </DialogHead>
          <Modal.Body>
            {shown !== null && (
              // Another view is another form, with nothing written in it.
              <Fragment key={JSON.stringify(shown)}>
                {guard.wrap(<ViewOf view={shown} onView={onView} onClose={onClose} />)}
              </Fragment>
            )}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      {guard.question}
    </>
  )
}

function ViewOf({ view, onView, onClose }: Omit<OneInvoiceProps, 'view'> & { view: InvoiceView }) {
  if (view.kind !== 'new') return <OneInvoice view={view} onView={onView} onClose={onClose} />
  return (
    <InvoiceForm
      original={null}
      filled={view.filled}
      customer={view.customer}
      onCancel={onClose}
      onMade={(ref, next) => onView({ kind: next, ref })}
    />
  )
}

interface OneInvoiceProps {
  readonly view: Exclude<InvoiceView, { readonly kind: 'new' }>
  readonly onView: (view: InvoiceView) => void
  readonly onClose: () => void
}

function OneInvoice({ view, onView, onClose }: OneInvoiceProps) {
  const found = useInvoice(view.ref)
  if (found.isPending) {
    return (
      <div className={classes.dialog} aria-busy="true">
        <Skeleton height={20} width="40%" animate={false} />
        <Skeleton height={160} animate={false} />
      </div>
    )
  }
  if (found.isError) {
    return (
      <div className={classes.dialog}>
        <FailureNotice thrown={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  return (
    <Arrival key={`${view.kind} ${view.ref}`}>
      <InvoiceViewOf invoice={found.data} view={view} onView={onView} onClose={onClose} />
    </Arrival>
  )
}

function InvoiceViewOf({ invoice, view, onView, onClose }: OneInvoiceProps & { invoice: Invoice }) {
  const back = () => onView({ kind: 'invoice', ref: view.ref })
  switch (view.kind) {
    case 'invoice':
      return <InvoiceContent invoice={invoice} onView={onView} />
    case 'pay':
      return <PayForm invoice={invoice} filled={view.filled} onBack={back} />
    case 'refund':
      return <RefundForm invoice={invoice} filled={view.filled} onBack={back} />
    case 'void':
      return <CancelForm invoice={invoice} how="void" filled={view.filled} onBack={back} onDone={back} />
    case 'delete':
      return <CancelForm invoice={invoice} how="delete" filled={view.filled} onBack={back} onDone={onClose} />
    case 'correct':
      return (
        <InvoiceForm
          original={invoice}
          filled={view.filled}
          onCancel={back}
          onMade={(ref, next) => onView({ kind: next, ref })}
        />
      )
  }
}
