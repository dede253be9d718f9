import { CustomerDialog } from '../customers/customer-dialog.tsx'
import { InvoiceDialog } from '../invoices/invoice-dialog.tsx'
import { ActionDialog } from '../packages/actions/action-dialog.tsx'
import { PackageBalanceDialog } from '../packages/balance/package-balance-dialog.tsx'
import { PaperDialog } from '../papers/paper-dialog.tsx'
import { StatementDialog } from '../statements/statement-dialog.tsx'
import { useFading } from '../ui/fading.ts'
import { usePlaces, type Place } from '../ui/places.ts'
import { layerOf, openOf, type OpenDialogs } from './open-dialogs.ts'

/** The dialogs that any screen can open, each once. */
export function PlaceDialogs({ dialogs: { stack, close, replace } }: { dialogs: OpenDialogs }) {
  return (
    <>
      <PackageBalanceDialog
        packageRef={openOf(stack, 'package')?.ref ?? null}
        layer={layerOf(stack, 'package')}
        onClose={() => close('package')}
      />
      <InvoiceDialog
        view={openOf(stack, 'invoice')?.view ?? null}
        layer={layerOf(stack, 'invoice')}
        onView={(view) => replace({ of: 'invoice', view })}
        onClose={() => close('invoice')}
      />
      <ActionDialog
        view={openOf(stack, 'action')?.view ?? null}
        layer={layerOf(stack, 'action')}
        onClose={() => close('action')}
      />
      <StatementDialog
        about={openOf(stack, 'statement')?.about ?? null}
        layer={layerOf(stack, 'statement')}
        onClose={() => close('statement')}
      />
      <PaperDialog
        paper={openOf(stack, 'paper')?.paper ?? null}
        layer={layerOf(stack, 'paper')}
        onClose={() => close('paper')}
      />
      <OpenCustomerForm form={openOf(stack, 'customerForm')} onClose={() => close('customerForm')} />
    </>
  )
}

type CustomerFormPlace = Extract<Place, { of: 'customerForm' }>

function OpenCustomerForm(props: { form: CustomerFormPlace | undefined; onClose: () => void }) {
  const { form, onClose } = props
  const { open } = usePlaces()
  const { shown } = useFading(form ?? null)
  return (
    <CustomerDialog
      opened={form !== undefined}
      customer={shown?.customer ?? null}
      {...(shown?.filled ? { filled: shown.filled } : {})}
      onClose={onClose}
      {...(shown?.customer === null && !shown.stays
        ? { onSaved: ({ number }) => open({ of: 'customer', number }) }
        : {})}
    />
  )
}
