import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PapersPlaces } from '../../../shared/contract/statements/places.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { FolderField } from '../../ui/fields/folder-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const KEY = ['statements', 'places']

/** Where papers go on this computer when nobody says. */
export function PapersFolderForm() {
  const places = useQuery({ queryKey: KEY, queryFn: () => call('statements.places', {}) })
  if (places.isPending) return <Skeleton height={96} animate={false} />
  if (places.isError) return <FailureNotice thrown={places.error} onRetry={() => void places.refetch()} />
  return <Form places={places.data} />
}

function Form({ places }: { readonly places: PapersPlaces }) {
  const queryClient = useQueryClient()
  const [folder, setFolder] = useState(places.settled ?? '')
  const keep = useMutation({
    mutationFn: () => call('statements.settleFolder', { folder }),
    onSuccess: (now) => {
      queryClient.setQueryData(KEY, now)
      setFolder(now.settled ?? '')
    },
  })
  const failure = keep.isError ? failureOf(keep.error) : null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate()
      }}
    >
      <Title order={2} size="h5" mb={4}>
        {say('statements.papers_folder')}
      </Title>
      <FolderField
        aria-label={say('statements.papers_folder')}
        description={say('statements.papers_folder_lead')}
        placeholder={places.settled === null ? say('statements.papers_folder_none', { usual: places.usual }) : ''}
        maw={560}
        value={folder}
        onChange={setFolder}
        error={failure?.field === 'folder' ? `${failure.message} ${failure.remedy ?? ''}`.trim() : null}
      />
      {failure && failure.field !== 'folder' && <FailureNotice thrown={keep.error} />}
      <Group mt="sm">
        <Button type="submit" variant="default" loading={keep.isPending}>
          {say('statements.papers_folder_keep')}
        </Button>
        {keep.isSuccess && (
          <Text size="sm" role="status">
            {say('statements.papers_folder_kept', { usual: keep.data.usual })}
          </Text>
        )}
      </Group>
    </form>
  )
}
