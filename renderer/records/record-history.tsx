import { Modal, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { instantText } from '../../shared/date-text.ts'
import type { RecordChange } from '../../shared/contract/records.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { DialogHead } from '../ui/dialog-head.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useSchool } from '../ui/school.tsx'
import classes from './records.module.css'

/** Whose history is shown. */
export type HistoryOf =
  | { readonly of: 'customers'; readonly key: string }
  | { readonly of: 'catalogue'; readonly key: string }
  | { readonly of: 'offers'; readonly key: string }
  | { readonly of: 'users'; readonly key: string }
  | { readonly of: 'school' }

/** What something was and became, who changed it, and when. */
export function RecordHistory({ subject }: { readonly subject: HistoryOf }) {
  const found = useQuery({ queryKey: ['records', subject], queryFn: () => asked(subject) })
  if (found.isPending) return <Skeleton height={160} animate={false} />
  if (found.isError) return <FailureNotice thrown={found.error} onRetry={() => void found.refetch()} />
  const { changes } = found.data
  if (changes.length === 0) return <Text size="sm">{say('records.nothing')}</Text>
  return (
    <ol className={classes.changes} aria-label={say('records.history')}>
      {changes.map((change) => (
        <Change key={change.entry} change={change} />
      ))}
    </ol>
  )
}

/** The same in a dialog of its own. */
export function RecordHistoryDialog(props: {
  readonly name: string
  /** null when closed */
  readonly subject: HistoryOf | null
  readonly onClose: () => void
}) {
  const { name, subject, onClose } = props
  return (
    <Modal.Root opened={subject !== null} onClose={onClose} size={560} padding={0} yOffset={48}>
      <Modal.Overlay />
      <Modal.Content>
        <DialogHead title={<Modal.Title>{say('records.history_of', { name })}</Modal.Title>} quiet>
          <Modal.CloseButton aria-label={say('ui.close')} />
        </DialogHead>
        <Modal.Body p={24}>{subject && <RecordHistory subject={subject} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function asked(subject: HistoryOf) {
  switch (subject.of) {
    case 'customers':
      return call('customers.records', { number: subject.key })
    case 'catalogue':
      return call('catalogue.records', { code: subject.key })
    case 'offers':
      return call('offers.records', { code: subject.key })
    case 'users':
      return call('users.records', { username: subject.key })
    case 'school':
      return call('school.records', {})
  }
}

function Change({ change }: { readonly change: RecordChange }) {
  const { locale, timeZone } = useSchool()
  return (
    <li>
      <Text size="sm" fw={600}>
        {headOf(change, instantText(change.at, locale, timeZone))}
      </Text>
      <dl>
        {change.fields.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {before === null
                ? (after ?? say('records.nothing_there'))
                : say('records.became', { before, after: after ?? say('records.nothing_there') })}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function headOf({ how, by, file }: RecordChange, when: string): string {
  const words = say(`records.${how}`)
  const sentence =
    file !== null
      ? say('records.from_file', { how: words, when, file })
      : by === null
        ? say('records.by_itself', { how: words, when })
        : say('records.by', { how: words, by, when })
  return sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1)
}
