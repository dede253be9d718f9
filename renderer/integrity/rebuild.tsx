import { Button, Group, Modal, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { usePermission } from '../sign-in/session.tsx'
import { DialogHead } from '../ui/dialog-head.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'

/** Makes what follows from the ledger anew, for who manages settings; it asks first. */
export function Rebuild() {
  const may = usePermission('Manage Settings')
  const [asking, setAsking] = useState(false)
  const queryClient = useQueryClient()
  const rebuild = useMutation({
    mutationKey: ['integrity'],
    mutationFn: () => call('integrity.rebuild', {}),
    onSuccess: ({ status }) => {
      queryClient.setQueryData(['integrity'], status)
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'start' })
    },
    onSettled: () => setAsking(false),
  })
  if (!may) return null
  return (
    <>
      <Button variant="default" loading={rebuild.isPending} onClick={() => setAsking(true)}>
        {say('verification.rebuild')}
      </Button>
      {rebuild.isSuccess && (
        <Text size="sm" role="status">
          {rebuild.data.sentence}
        </Text>
      )}
      {rebuild.isError && <FailureNotice thrown={rebuild.error} />}
      <Modal.Root opened={asking} onClose={() => setAsking(false)} size={480} padding={0} yOffset={48}>
        <Modal.Overlay />
        <Modal.Content>
          <DialogHead title={<Modal.Title>{say('verification.rebuild_title')}</Modal.Title>} quiet>
            <Modal.CloseButton aria-label={say('ui.close')} />
          </DialogHead>
          <Modal.Body p={24}>
            <Text size="sm" mb="md">
              {say('verification.rebuild_asked')}
            </Text>
            <Group justify="flex-end">
              <Button variant="default" data-autofocus onClick={() => setAsking(false)} disabled={rebuild.isPending}>
                {say('ui.cancel')}
              </Button>
              <Button loading={rebuild.isPending} onClick={() => rebuild.mutate()}>
                {say('verification.rebuild_now')}
              </Button>
            </Group>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  )
}
