import { Button, Checkbox, Group, Skeleton } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PaperOut } from '../../shared/contract/papers.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { useUser } from '../sign-in/session.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { saveFile } from '../ui/save-file.ts'
import { PaperSheet } from './paper-sheet.tsx'
import type { PaperOf } from './paper-view.ts'
import classes from './papers.module.css'
import { PrintedPaper } from './printed-paper.tsx'
import { UnwrittenNotice } from './unwritten-notice.tsx'

function askFor(paper: PaperOf, notes: boolean, pdf: boolean): Promise<PaperOut> {
  return paper.of === 'invoice'
    ? call('papers.invoice', { ref: paper.ref, notes, pdf })
    : call('papers.receipt', { entry: paper.entry, notes, pdf })
}

/** How a paper looks, and the ways to have it. */
export function PaperOnScreen({ paper }: { paper: PaperOf }) {
  const staff = useUser().customer === null
  const [notes, setNotes] = useState(false)
  const [printing, setPrinting] = useState(false)
  const shown = useQuery({
    queryKey: ['papers', paper, notes],
    queryFn: () => askFor(paper, notes, false),
    placeholderData: keepPreviousData,
  })
  const save = useMutation({
    mutationFn: async () => {
      const { pdf } = await askFor(paper, notes, true)
      if (pdf) saveFile(pdf.name, pdf.content, pdf.mediaType)
    },
  })
  return (
    <div className={classes.dialog}>
      <Group gap="sm">
        <Button data-autofocus disabled={!shown.isSuccess} onClick={() => setPrinting(true)}>
          {say('papers.print')}
        </Button>
        <Button variant="default" disabled={!shown.isSuccess} loading={save.isPending} onClick={() => save.mutate()}>
          {say('papers.saveAsPdf')}
        </Button>
        {staff && (
          <Checkbox
            label={say('papers.withNotes')}
            checked={notes}
            onChange={(event) => setNotes(event.currentTarget.checked)}
          />
        )}
      </Group>
      {save.isError && <FailureNotice thrown={save.error} />}
      {shown.isError && <FailureNotice thrown={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.isPending && <Skeleton height={280} animate={false} />}
      {shown.data && !shown.isError && (
        <>
          <UnwrittenNotice characters={shown.data.unwritten} />
          <div className={classes.preview} role="document" aria-label={say('papers.preview')}>
            <PaperSheet paper={shown.data.paper} />
          </div>
          {printing && <PrintedPaper paper={shown.data.paper} onDone={() => setPrinting(false)} />}
        </>
      )}
    </div>
  )
}
