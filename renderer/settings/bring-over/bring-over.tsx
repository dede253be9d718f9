import { Button, Checkbox, FileButton, Group, Text, TextInput, Title } from '@mantine/core'
import { say } from '../../../shared/words/say.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useToday } from '../../ui/today.ts'
import classes from '../settings.module.css'
import { BroughtStudents } from './brought-students.tsx'
import { useBringingOver, type BringingOver } from './bringing-over.ts'
import { ColumnMeanings } from './column-meanings.tsx'
import { SheetProblems } from './sheet-problems.tsx'
import { Template } from './template.tsx'

/** Brings the balances of students over from another system's spreadsheet: every balance is shown before it is recorded. */
export function BringOver() {
  const over = useBringingOver()
  const { read, record } = over
  const problems = record.data && record.data.problems.length > 0 ? record.data.problems : (read.data?.problems ?? [])
  return (
    <section className={`${classes.section} ${classes.wide}`} aria-labelledby="bring-over">
      <Title order={2} size="h4" id="bring-over">
        {say('bring_over.title')}
      </Title>
      <Text c="dimmed" size="sm" maw={680} mt={4}>
        {say('bring_over.intro')}
      </Text>
      <Choice over={over} />
      {over.fileName !== null && <Text mt={12}>{over.fileName}</Text>}
      {read.isError && <FailureNotice thrown={read.error} />}
      {read.data && (
        <>
          <ColumnMeanings read={read.data} onChange={over.changeMeanings} />
          <SheetProblems problems={problems} />
          <BroughtStudents students={read.data.students} />
          <Recording over={over} ready={read.data.students.length > 0 && problems.length === 0} />
        </>
      )}
    </section>
  )
}

function Choice({ over }: { over: BringingOver }) {
  const today = useToday()
  return (
    <>
      <Group gap="sm" my={16} align="end">
        <TextInput
          type="date"
          label={say('bring_over.day')}
          value={over.day}
          max={today}
          onChange={(event) => over.changeDay(event.currentTarget.value)}
        />
        <FileButton accept=".csv,.xlsx" onChange={over.choose} inputProps={{ 'aria-label': say('bring_over.choose') }}>
          {(props) => <Button {...props}>{say('bring_over.choose')}</Button>}
        </FileButton>
        <Template />
      </Group>
      <Checkbox
        label={say('bring_over.makeCustomers')}
        checked={over.makeCustomers}
        onChange={(event) => over.changeMakeCustomers(event.currentTarget.checked)}
      />
    </>
  )
}

function Recording({ over: { read, record }, ready }: { over: BringingOver; ready: boolean }) {
  if (record.isError) return <FailureNotice thrown={record.error} onRetry={() => record.mutate()} />
  if (record.data && record.data.problems.length === 0) {
    const { recorded, alreadyThere } = record.data
    return (
      <Text role="status" fw={600} mt={16}>
        {say('bring_over.done', { recorded })} {alreadyThere > 0 && say('bring_over.doneSome', { count: alreadyThere })}
      </Text>
    )
  }
  if (!ready) return null
  return (
    <Button mt={16} loading={record.isPending} onClick={() => record.mutate()}>
      {say('bring_over.record', { count: read.data?.students.length ?? 0 })}
    </Button>
  )
}
