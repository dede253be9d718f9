import { Button, Checkbox, Group, Skeleton } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '../../shared/contract/index.ts'
import type { StatementChoice, StatementOf, StatementOnPaper } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { DayField } from '../ui/fields/day-field.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { PaperSheet } from '../papers/paper-sheet.tsx'
import { PrintedPaper } from '../papers/printed-paper.tsx'
import { UnwrittenNotice } from '../papers/unwritten-notice.tsx'
import { useUser } from '../sign-in/session.tsx'
import { useDone } from '../ui/places.ts'
import { saveFile } from '../ui/save-file.ts'
import classes from './statements.module.css'

type Way = 'pdf' | 'csv' | 'print'

const TYPES = { pdf: 'application/pdf', csv: 'text/csv' } as const

/** The choices of a statement, how it would look, and the ways to paper: each issues it first. */
export function StatementContent({ about }: { about: StatementOf }) {
  const [choice, setChoice] = useState<StatementChoice>({
    about,
    asOf: null,
    from: null,
    inWords: false,
    notes: false,
    short: false,
  })
  const [printing, setPrinting] = useState<StatementOnPaper | null>(null)
  const preview = useQuery({
    queryKey: ['statements', 'show', choice],
    queryFn: () => call('statements.show', choice),
    placeholderData: keepPreviousData,
  })
  const issue = useIssue(choice, setPrinting)
  const field = preview.error ? failureOf(preview.error).field : undefined
  const problemAt = (name: string) => (preview.error && field === name ? failureOf(preview.error).message : null)
  const change = (to: Partial<StatementChoice>) => {
    issue.reset()
    setChoice({ ...choice, ...to })
  }
  return (
    <div className={classes.dialog}>
      <Choices choice={choice} onChange={change} problemAt={problemAt} />
      <Ways issue={issue} ready={preview.isSuccess} />
      {issue.isError && <FailureNotice thrown={issue.error} />}
      {preview.isError && field === undefined && <FailureNotice thrown={preview.error} />}
      {preview.isPending && <Skeleton height={320} animate={false} />}
      {preview.data && !preview.isError && (
        <>
          <UnwrittenNotice characters={preview.data.unwritten} />
          <div className={classes.preview} role="document" aria-label={say('statement_paper.preview')}>
            <PaperSheet paper={preview.data.paper} />
          </div>
        </>
      )}
      {printing && <PrintedPaper paper={printing.paper} onDone={() => setPrinting(null)} />}
    </div>
  )
}

interface ChoicesProps {
  readonly choice: StatementChoice
  readonly onChange: (to: Partial<StatementChoice>) => void
  readonly problemAt: (field: string) => string | null
}

/** Of which days it is, and whether it says how its numbers come about. */
function Choices({ choice, onChange, problemAt }: ChoicesProps) {
  const staff = useUser().customer === null
  return (
    <>
      <Group align="flex-start" gap="md">
        <DayField
          label={say('ui.from')}
          value={choice.from}
          onChange={(from) => onChange({ from })}
          error={problemAt('from')}
          clear={say('statements.from_clear')}
          empty={say('statements.from_empty')}
          width={180}
        />
        <DayField
          label={say('statement_paper.asOf')}
          value={choice.asOf}
          onChange={(asOf) => onChange({ asOf })}
          error={problemAt('asOf')}
          clear={say('statements.as_of_clear')}
          empty={say('statements.as_of_empty')}
          width={180}
        />
      </Group>
      <Group gap="md">
        <Checkbox
          label={say('statement_paper.sayInWords')}
          checked={choice.inWords}
          onChange={(event) => onChange({ inWords: event.currentTarget.checked })}
        />
        <Checkbox
          label={say('statements.short')}
          checked={choice.short}
          onChange={(event) => onChange({ short: event.currentTarget.checked })}
        />
        {staff && (
          <Checkbox
            label={say('papers.withNotes')}
            checked={choice.notes}
            onChange={(event) => onChange({ notes: event.currentTarget.checked })}
          />
        )}
      </Group>
    </>
  )
}

const WAYS: Readonly<Record<Way, string>> = {
  pdf: say('papers.saveAsPdf'),
  csv: say('statement_paper.saveAsCsv'),
  print: say('papers.print'),
}

function Ways({ issue, ready }: { issue: ReturnType<typeof useIssue>; ready: boolean }) {
  // A spreadsheet has every column; a customer gets what the paper shows.
  const ways: readonly Way[] = useUser().customer === null ? ['pdf', 'csv', 'print'] : ['pdf', 'print']
  return (
    <Group gap="sm">
      {ways.map((way) => (
        <Button
          key={way}
          variant={way === 'pdf' ? 'filled' : 'default'}
          disabled={!ready}
          loading={issue.isPending && issue.variables === way}
          onClick={() => issue.mutate(way)}
        >
          {WAYS[way]}
        </Button>
      ))}
    </Group>
  )
}

/** Issues the statement once for the same choice, however often it goes to paper. */
function useIssue(choice: StatementChoice, print: (statement: StatementOnPaper) => void) {
  const [issued, setIssued] = useState<{ of: string; statement: CallOutput<'statements.issue'> } | null>(null)
  const tell = useDone()
  return useMutation({
    mutationFn: async (way: Way) => {
      const of = JSON.stringify(choice)
      const statement = issued?.of === of ? issued.statement : await call('statements.issue', choice)
      setIssued({ of, statement })
      if (way === 'print') {
        print(statement)
        return statement
      }
      const file = await call('statements.file', { number: statement.number, form: way })
      saveFile(file.name, file.content, TYPES[way])
      return statement
    },
    onSuccess: ({ number }, way) => {
      const of = { number }
      const sentence =
        way === 'print' ? say('statement_paper.issuedAndPrinted', of) : say('statement_paper.issuedAndSaved', of)
      tell({ sentence, show: null, undo: null })
    },
  })
}
