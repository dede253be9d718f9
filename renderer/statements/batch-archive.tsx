import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { bytesOf, saveBlob } from '../ui/save-file.ts'

interface BatchArchiveProps {
  /** by what the engine knows it */
  readonly archive: string
  readonly name: string
  /** whether it was asked for here, and comes without being asked for again */
  readonly atOnce: boolean
}

/** The ZIP file of a batch as a download. */
export function BatchArchive({ archive, name, atOnce }: BatchArchiveProps) {
  const take = useMutation({ mutationFn: async () => saveBlob(name, await wholeArchive(archive)) })
  const taken = useRef(!atOnce)
  useEffect(() => {
    if (taken.current) return
    taken.current = true
    take.mutate()
  })
  return (
    <Group gap="sm">
      <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
        {say('statements.download')}
      </Button>
      {take.isError && <FailureNotice thrown={take.error} />}
    </Group>
  )
}

/** Piece by piece; the browser keeps each where it likes, on the disk where it is much. */
async function wholeArchive(key: string): Promise<Blob> {
  const pieces: Blob[] = []
  for (let from: number | null = 0; from !== null;) {
    const { content, next }: { content: string; next: number | null } = await call('statements.archivePiece', {
      key,
      from,
    })
    pieces.push(new Blob([bytesOf(content)]))
    from = next
  }
  return new Blob(pieces, { type: 'application/zip' })
}
