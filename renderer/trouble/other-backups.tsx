import { Button, Group, Skeleton, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import classes from '../sign-in/front-page.module.css'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { CopiesList } from './copies-list.tsx'
import { OF_THIS_COMPUTER } from './size-and-age.ts'
import own from './trouble.module.css'

/** Every backup that is found, and those of another folder: a disk that was plugged in, a folder on the network. */
export function OtherBackups({ onChoose }: { readonly onChoose: (file: string) => void }) {
  const [written, setWritten] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const list = useQuery({
    queryKey: ['start', 'trouble', 'copies', folder],
    queryFn: () => call('trouble.copies', { folder }),
    staleTime: 0,
  })
  const atField = list.isError && failureOf(list.error).field === 'folder'
  return (
    <section className={`${classes.panel} ${own.ways}`} aria-labelledby="other-backups">
      <Title order={2} size="h4" id="other-backups">
        {say('trouble.all_backups')}
      </Title>
      {list.isPending && <Skeleton height={120} animate={false} />}
      {list.isError && !atField && <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <CopiesList copies={list.data.copies} clock={OF_THIS_COMPUTER} onChoose={(copy) => onChoose(copy.file)} />
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setFolder(written.trim() === '' ? null : written.trim())
        }}
      >
        <Group align="flex-end">
          <TextInput
            flex={1}
            label={say('trouble.another_folder')}
            placeholder={list.data?.folder ?? ''}
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value)}
            error={atField ? failureOf(list.error).message : null}
          />
          <Button type="submit" variant="default">
            {say('trouble.look_there')}
          </Button>
        </Group>
      </form>
    </section>
  )
}
