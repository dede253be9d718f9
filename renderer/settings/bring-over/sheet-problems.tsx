import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { SheetRead } from '../../../shared/contract/bring-over.ts'
import { say } from '../../../shared/words/say.ts'

/** The rows that cannot be brought over, each with its reason. */
export function SheetProblems({ problems }: { problems: SheetRead['problems'] }) {
  if (problems.length === 0) return null
  return (
    <Alert
      role="alert"
      mt={16}
      variant="default"
      bg="var(--bt-bad-quiet)"
      icon={<IconAlertTriangle size={18} color="var(--bt-bad)" aria-hidden="true" />}
      title={say('bring_over.problems', { count: problems.length })}
    >
      <ul>
        {problems.map(({ row, message }) => (
          <li key={`${row} ${message}`}>{row === null ? message : say('bring_over.problemInRow', { row, message })}</li>
        ))}
      </ul>
    </Alert>
  )
}
