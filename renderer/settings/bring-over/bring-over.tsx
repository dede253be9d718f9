import { Button, Checkbox, FileButton, Group, Stack, Text, Title } from '@mantine/core'
import { say } from '../../../shared/words/say.ts'
import { failureOf } from '../../api/call-failure.ts'
import { DayField } from '../../ui/fields/day-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from '../settings.module.css'
import { BroughtStudents } from './brought-students.tsx'
import { useBringingOver, type BringingOver } from './bringing-over.ts'
import { ColumnMeanings } from './column-meanings.tsx'
import { MadePackages } from './made-packages.tsx'
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
      {read.isError && dayProblem(over) === null && <FailureNotice thrown={read.error} />}
      {read.data && (
        <>
          <ColumnMeanings read={read.data} onChange={over.changeMeanings} />
          <SheetProblems problems={problems} />
          <MadePackages packages={read.data.madePackages} />
          <BroughtStudents students={read.data.students} />
          <Recording
            over={over}
            ready={read.data.students.length > 0 && problems.length === 0 && !read.isPlaceholderData}
          />
        </>
      )}
    </section>
  )
}

/** Why the day of the change-over is refused, beside its field; null where it is not. */
function dayProblem({ read }: BringingOver): string | null {
  if (!read.isError) return null
  const { field, message } = failureOf(read.error)
  return field === 'day' ? message : null
}

function Choice({ over }: { over: BringingOver }) {
  return (
    <>
      <Group gap="sm" my={16} align="end">
        <DayField
          label={say('bring_over.day')}
          value={over.day}
          onChange={(day) => day !== null && over.changeDay(day)}
          width={200}
          error={dayProblem(over)}
        />
        <FileButton accept=".csv,.xlsx" onChange={over.choose} inputProps={{ 'aria-label': say('bring_over.choose') }}>
          {(props) => <Button {...props}>{say('bring_over.choose')}</Button>}
        </FileButton>
        <Template />
      </Group>
      <Stack gap="xs">
        <Checkbox
          label={say('bring_over.makeCustomers')}
          checked={over.makeCustomers}
          onChange={(event) => over.changeMakeCustomers(event.currentTarget.checked)}
        />
        <Checkbox
          label={say('bring_over.makePackages')}
          checked={over.makePackages}
          onChange={(event) => over.changeMakePackages(event.currentTarget.checked)}
        />
      </Stack>
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
