import { Button, Group, Modal, Skeleton, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../shared/contract/customers.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { usePermission } from '../sign-in/session.tsx'
import { DialogHead } from '../ui/dialog-head.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useDone } from '../ui/places.ts'

interface EraseProps {
  readonly customer: Customer
  readonly onErased: () => void
}

/** Erases the person of a former customer's records; shows first what that takes away. */
export function EraseCustomer({ customer, onErased }: EraseProps) {
  const may = usePermission('Manage Settings')
  const [asking, setAsking] = useState(false)
  if (!may || customer.active) return null
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {say('records.erase')}
      </Button>
      <Modal.Root opened={asking} onClose={() => setAsking(false)} size={480} padding={0} yOffset={48}>
        <Modal.Overlay />
        <Modal.Content>
          <DialogHead title={<Modal.Title>{say('records.erase_title', { name: customer.name })}</Modal.Title>} quiet>
            <Modal.CloseButton aria-label={say('ui.close')} />
          </DialogHead>
          <Modal.Body p={24}>
            {asking && <Asked customer={customer} onClose={() => setAsking(false)} onErased={onErased} />}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  )
}

function Asked({ customer: { number }, onClose, onErased }: EraseProps & { readonly onClose: () => void }) {
  const queryClient = useQueryClient()
  const tell = useDone()
  const preview = useQuery({
    queryKey: ['erasure', number],
    queryFn: () => call('customers.erasure', { number }),
    gcTime: 0,
  })
  const erase = useMutation({
    mutationFn: () => call('customers.erase', { number }),
    onSuccess: () => {
      tell({ sentence: say('records.erased_now', { number }), show: { of: 'customer', number }, undo: null })
      queryClient.clear()
      onClose()
      onErased()
    },
  })
  if (preview.isPending) return <Skeleton height={80} animate={false} />
  if (preview.isError) return <FailureNotice thrown={preview.error} />
  return (
    <>
      <Text size="sm" mb="md">
        {preview.data.sentence}
      </Text>
      {erase.isError && <FailureNotice thrown={erase.error} />}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose} disabled={erase.isPending}>
          {say('ui.cancel')}
        </Button>
        <Button color="red" loading={erase.isPending} onClick={() => erase.mutate()}>
          {say('records.erase_now')}
        </Button>
      </Group>
    </>
  )
}
