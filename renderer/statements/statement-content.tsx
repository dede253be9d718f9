import { Button, Checkbox, Group, Skeleton, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Statement, StatementChoice, StatementOf } from '../../shared/contract/statements.ts'
import { parseBusinessDate, type BusinessDate } from '../../shared/dates.ts'
import { call } from '../api/call.ts'
import { failureOf } from '../api/call-failure.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Paper } from '../ui/paper.tsx'
import { useDone } from '../ui/places.ts'
import { saveFile } from '../ui/save-file.ts'
import classes from './statements.module.css'
import { StatementSheet } from './statement-sheet.tsx'

type Way = 'pdf' | 'csv' | 'print'

const TYPES = { pdf: 'application/pdf', csv: 'text/csv' } as const

/** The choices of a statement, how it would look, and the ways to paper: each issues it first. */
export function StatementContent({ about }: { about: StatementOf }) {
  const [choice, setChoice] = useState<StatementChoice>({ about, asOf: null, from: null, inWords: false })
  const [printing, setPrinting] = useState<Statement | null>(null)
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
      <Group align="flex-start" gap="md">
        <DayField label="From" value={choice.from} onChange={(from) => change({ from })} error={problemAt('from')} />
        <DayField label="As of" value={choice.asOf} onChange={(asOf) => change({ asOf })} error={problemAt('asOf')} />
        <Checkbox
          mt={32}
          label="Say in words how the numbers come about"
          checked={choice.inWords}
          onChange={(event) => change({ inWords: event.currentTarget.checked })}
        />
      </Group>
      <Group gap="sm">
        {(['pdf', 'csv', 'print'] as const).map((way) => (
          <Button
            key={way}
            variant={way === 'pdf' ? 'filled' : 'default'}
            disabled={!preview.isSuccess}
            loading={issue.isPending && issue.variables === way}
            onClick={() => issue.mutate(way)}
          >
            {{ pdf: 'Save as PDF', csv: 'Save as CSV', print: 'Print' }[way]}
          </Button>
        ))}
      </Group>
      {issue.isError && <FailureNotice thrown={issue.error} />}
      {preview.isError && field === undefined && <FailureNotice thrown={preview.error} />}
      {preview.isPending && <Skeleton height={320} animate={false} />}
      {preview.data && !preview.isError && (
        <div className={classes.preview} role="document" aria-label="Preview of the statement">
          <StatementSheet statement={preview.data} />
        </div>
      )}
      {printing && (
        <Paper title={`Statement ${printing.number ?? ''}`} onDone={() => setPrinting(null)}>
          <StatementSheet statement={printing} />
        </Paper>
      )}
    </div>
  )
}

/** Issues the statement once for the same choice, however often it goes to paper. */
function useIssue(choice: StatementChoice, print: (statement: Statement) => void) {
  const [issued, setIssued] = useState<{ of: string; statement: Statement } | null>(null)
  const say = useDone()
  return useMutation({
    mutationFn: async (way: Way) => {
      const of = JSON.stringify(choice)
      const statement = issued?.of === of ? issued.statement : await call('statements.issue', choice)
      setIssued({ of, statement })
      if (way === 'print') {
        print(statement)
        return statement
      }
      const file = await call('statements.file', { number: statement.number ?? '', form: way })
      saveFile(file.name, file.content, TYPES[way])
      return statement
    },
    onSuccess: ({ number }, way) => {
      const how = way === 'print' ? 'printed' : 'saved'
      say({ sentence: `Statement ${number ?? ''} is issued and ${how}.`, show: null, undo: null })
    },
  })
}

interface DayFieldProps {
  readonly label: string
  readonly value: BusinessDate | null
  readonly onChange: (value: BusinessDate | null) => void
  readonly error: string | null
}

/** A day that may be left open. A half-written one counts as open. */
export function DayField({ label, value, onChange, error }: DayFieldProps) {
  const [written, setWritten] = useState<string>(value ?? '')
  return (
    <TextInput
      type="date"
      label={label}
      value={written}
      max="9999-12-31"
      onChange={(event) => {
        setWritten(event.currentTarget.value)
        const date = parseBusinessDate(event.currentTarget.value)
        onChange(typeof date === 'string' ? date : null)
      }}
      error={error}
    />
  )
}
