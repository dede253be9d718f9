import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconLifebuoy } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Standing } from '../../shared/contract/backups.ts'
import { say } from '../../shared/words/say.ts'
import { endSession } from '../api/session-token.ts'
import { call } from '../api/call.ts'
import { later } from '../ui/later.tsx'
import { StandingBar } from '../ui/standing-bar.tsx'
import { useStanding } from './standing.ts'
import classes from './trouble.module.css'

const UnsentBar = later(async () => (await import('../unsent/unsent-bar.tsx')).UnsentBar)

/** On every screen: that nothing can be recorded, and, to those who may act, that the backups are old or failing. */
export function StandingBanner() {
  const standing = useStanding()
  if (!standing) return null
  const { trouble, outbox, backups } = standing
  return (
    <>
      {trouble ? <TroubleAlert trouble={trouble} /> : backups && <BackupsAlert backups={backups} />}
      {outbox?.matters && <UnsentBar outbox={outbox} />}
    </>
  )
}

function TroubleAlert({ trouble }: { readonly trouble: NonNullable<Standing['trouble']> }) {
  const queryClient = useQueryClient()
  const retry = useMutation({
    mutationFn: () => call('trouble.retry', {}),
    onSettled: async () => {
      endSession({ notice: null })
      await queryClient.invalidateQueries({ queryKey: ['start'] })
    },
  })
  return (
    <StandingBar role="alert" icon={IconAlertTriangle} title={say('trouble.nothing_recorded')}>
      <Group justify="space-between" align="flex-end">
        <Text size="sm" component="p" flex={1} className={classes.path}>
          {trouble.message} {trouble.remedy}
        </Text>
        {trouble.kind !== 'check_failed' && (
          <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            {say('trouble.open_again')}
          </Button>
        )}
      </Group>
    </StandingBar>
  )
}

function BackupsAlert({ backups }: { readonly backups: NonNullable<Standing['backups']> }) {
  const { days, failing } = backups
  return (
    <StandingBar
      role="status"
      icon={IconLifebuoy}
      title={
        failing !== null
          ? say('backups.failing_title')
          : days === null
            ? say('backups.never_title')
            : say('backups.old_title', { days })
      }
    >
      <Text size="sm">
        {failing !== null && `${failing} `}
        <a href="#/settings/backups">{say('backups.see_settings')}</a>
      </Text>
    </StandingBar>
  )
}
