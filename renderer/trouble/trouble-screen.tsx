import { Button, Group, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Trouble } from '../../shared/contract/trouble.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { endSession } from '../api/session-token.ts'
import { DiagnosticsButton } from '../help/diagnostics-button.tsx'
import { FrontPage, FrontPageLoading } from '../sign-in/front-page.tsx'
import classes from '../sign-in/front-page.module.css'
import { PlacePanel } from '../place/place-panel.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { OtherBackups } from './other-backups.tsx'
import { RestorePreview } from './restore-preview.tsx'
import { ServerLogin } from './server-login.tsx'
import { copyText, OF_THIS_COMPUTER } from './size-and-age.ts'
import own from './trouble.module.css'

/** The start on trouble: what is wrong with the data, and the ways out, the last good backup first. */
export function TroubleScreen() {
  const queryClient = useQueryClient()
  const trouble = useQuery({ queryKey: ['start', 'trouble'], queryFn: () => call('trouble.state', {}), staleTime: 0 })
  const [file, setFile] = useState<string | null>(null)
  const again = () => queryClient.invalidateQueries({ queryKey: ['start'] })
  if (trouble.isPending) return <FrontPageLoading />
  if (trouble.isError) {
    return (
      <FrontPage title={say('trouble.title')}>
        <FailureNotice thrown={trouble.error} onRetry={() => void again()} />
      </FrontPage>
    )
  }
  const wrong = trouble.data.trouble
  if (!wrong) {
    return (
      <FrontPage title={say('trouble.title')} lead={say('trouble.none')}>
        <Button onClick={() => void again()}>{say('trouble.open')}</Button>
      </FrontPage>
    )
  }
  return (
    <FrontPage
      width="wide"
      title={file === null ? say(`trouble.title_${wrong.kind}`) : say('trouble.title_restore')}
      lead={<span className={own.path}>{file === null ? wrong.message : say('trouble.lead_restore')}</span>}
    >
      {file === null ? (
        <>
          <LastGood trouble={wrong} onChoose={setFile} />
          {wrong.login && <ServerLogin canKeep={wrong.login.canKeep} onEntered={again} />}
          <WaysOut trouble={wrong} onDone={again} />
          {wrong.canRestore && <OtherBackups onChoose={setFile} />}
          {wrong.kind.startsWith('server_') && (
            <section className={classes.panel} aria-label={say('school_place.tab')}>
              <PlacePanel by="trouble" />
            </section>
          )}
        </>
      ) : (
        <section className={classes.panel} aria-label={say('backups.restore')}>
          <RestorePreview
            file={file}
            by="trouble"
            clock={OF_THIS_COMPUTER}
            onBack={() => setFile(null)}
            onRestored={() => {
              endSession({ notice: say('trouble.restored'), more: say('trouble.restored_more') })
              void again()
            }}
          />
        </section>
      )}
    </FrontPage>
  )
}

function LastGood({ trouble, onChoose }: { readonly trouble: Trouble; readonly onChoose: (file: string) => void }) {
  const { lastGood, canRestore } = trouble
  if (!canRestore) return null
  return (
    <section className={`${classes.panel} ${own.ways}`} aria-labelledby="last-good">
      <Title order={2} size="h4" id="last-good">
        {say('trouble.last_good')}
      </Title>
      <Text size="sm" component="p">
        {lastGood ? copyText(lastGood, OF_THIS_COMPUTER) : say('trouble.no_good_backup')}
      </Text>
      {lastGood && (
        <Text size="sm" component="p">
          {say('trouble.last_good_words')}
        </Text>
      )}
      {lastGood && (
        <Group>
          <Button data-autofocus onClick={() => onChoose(lastGood.file)}>
            {say('trouble.bring_back')}
          </Button>
        </Group>
      )}
    </section>
  )
}

function WaysOut({ trouble, onDone }: { readonly trouble: Trouble; readonly onDone: () => Promise<void> }) {
  const options = { onSuccess: onDone }
  const retry = useMutation({ mutationFn: () => call('trouble.retry', {}), ...options })
  const readOn = useMutation({ mutationFn: () => call('trouble.readOn', {}), ...options })
  const goOn = useMutation({ mutationFn: () => call('trouble.goOn', {}), ...options })
  const failed = [retry, readOn, goOn].find(({ isError }) => isError)
  const busy = [retry, readOn, goOn].some(({ isPending }) => isPending)
  return (
    <section className={`${classes.panel} ${own.ways}`} aria-labelledby="ways-out">
      <Title order={2} size="h4" id="ways-out">
        {say('trouble.other_ways')}
      </Title>
      <Text size="sm" component="p" className={own.path}>
        {say(`trouble.advice_${trouble.kind}`)}
      </Text>
      <Group>
        <Button variant="default" onClick={() => retry.mutate()} loading={retry.isPending} disabled={busy}>
          {say('trouble.try_again')}
        </Button>
        {trouble.canRead && (
          <Button variant="default" onClick={() => readOn.mutate()} loading={readOn.isPending} disabled={busy}>
            {say('trouble.read_on')}
          </Button>
        )}
        <DiagnosticsButton />
        {trouble.canGoOn && (
          <Button variant="default" onClick={() => goOn.mutate()} loading={goOn.isPending} disabled={busy}>
            {say('trouble.go_on')}
          </Button>
        )}
      </Group>
      {retry.data?.opened === false && (
        <Text size="sm" role="status">
          {say('trouble.still')}
        </Text>
      )}
      {failed && <FailureNotice thrown={failed.error} />}
      <Text size="xs" c="dimmed" component="p" className={own.path}>
        {say('trouble.folder', { folder: trouble.dataFolder })}
      </Text>
    </section>
  )
}
