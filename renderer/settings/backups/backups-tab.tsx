import { Button, Group, Modal, Skeleton, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupsStatus } from '../../../shared/contract/backups.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { endSession } from '../../api/session-token.ts'
import { CopiesList } from '../../trouble/copies-list.tsx'
import { RestorePreview } from '../../trouble/restore-preview.tsx'
import { copyText, type Clock } from '../../trouble/size-and-age.ts'
import own from '../../trouble/trouble.module.css'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useSchool } from '../../ui/school.tsx'
import classes from '../settings.module.css'
import { BackupsForm } from './backups-form.tsx'

/** Settings > Backups: how old the last one is, making one, where they go, and bringing one back. */
export function BackupsTab() {
  const { locale, timeZone } = useSchool()
  const clock = { locale, timeZone }
  const status = useQuery({ queryKey: ['backups', 'status'], queryFn: () => call('backups.status', {}) })
  const list = useQuery({ queryKey: ['backups', 'list'], queryFn: () => call('backups.list', { folder: null }) })
  const [file, setFile] = useState<string | null>(null)
  if (status.isPending) return <Skeleton height={320} m={24} animate={false} />
  return (
    <section className={`${classes.section} ${classes.wide}`} aria-label={say('backups.tab')}>
      {status.isError && <FailureNotice thrown={status.error} onRetry={() => void status.refetch()} />}
      {status.data && (
        <>
          <Present status={status.data} clock={clock} />
          <BackupsForm status={status.data} />
        </>
      )}
      <Title order={2} size="h4" mt="xl" mb="sm">
        {say('backups.list_label')}
      </Title>
      {list.isError && <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />}
      {list.data && <CopiesList copies={list.data.copies} clock={clock} onChoose={(copy) => setFile(copy.file)} />}
      {list.data && list.data.onServer.length > 0 && (
        <Text size="sm" component="p" mt="md" className={own.path}>
          {say('backups.on_server', { names: list.data.onServer.join(', ') })}
        </Text>
      )}
      <RestoreDialog file={file} clock={clock} onClose={() => setFile(null)} />
    </section>
  )
}

function Present({ status, clock }: { readonly status: BackupsStatus; readonly clock: Clock }) {
  const queryClient = useQueryClient()
  const make = useMutation({
    mutationFn: () => call('backups.make', {}),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['backups'] }),
        queryClient.invalidateQueries({ queryKey: ['standing'] }),
      ]),
  })
  const { last, days, failing } = status
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {last === null ? say('backups.never') : say('backups.age', { days: days ?? 0 })}
          </Title>
          {last && (
            <Text size="sm" role="status">
              {copyText(last, clock)}
            </Text>
          )}
          <Text size="sm" c="dimmed" component="p">
            {say('backups.by_itself')}
          </Text>
        </div>
        <Button loading={make.isPending || status.running} onClick={() => make.mutate()}>
          {say('backups.make_now')}
        </Button>
      </Group>
      {make.isError && <FailureNotice thrown={make.error} />}
      {failing !== null && !make.isError && (
        <Text size="sm" c="var(--bt-bad)" role="alert" component="p">
          {say('backups.failing', { failing })}
        </Text>
      )}
      <Text size="sm" component="p" mt="md" className={own.path}>
        {say('backups.where', { folder: status.folder })}
        {status.sameDisk && (
          <>
            {' '}
            <strong>{say('backups.same_disk')}</strong>
          </>
        )}
      </Text>
    </>
  )
}

interface RestoreDialogProps {
  readonly file: string | null
  readonly clock: Clock
  readonly onClose: () => void
}

function RestoreDialog({ file, clock, onClose }: RestoreDialogProps) {
  const queryClient = useQueryClient()
  const restored = async () => {
    onClose()
    endSession({ notice: say('backups.restored'), more: say('trouble.restored_more') })
    await queryClient.invalidateQueries({ queryKey: ['start'] })
  }
  return (
    <Modal.Root opened={file !== null} onClose={onClose} size={560} padding={0} yOffset={48}>
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{say('backups.dialog_title')}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('backups.close')} />
        </DialogHead>
        <Modal.Body p={24}>
          {file !== null && (
            <RestorePreview
              file={file}
              by="backups"
              clock={clock}
              onBack={onClose}
              onRestored={() => void restored()}
            />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
