import { Skeleton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { say } from '../../../shared/words/say.ts'
import { RecordHistory } from '../../records/record-history.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from '../settings.module.css'
import { PapersFolderForm } from './papers-folder-form.tsx'
import { PoliciesForm } from './policies-form.tsx'

/** How the school is named and writes, what a leaver gets back, and when a package is running low. */
export function SchoolTab() {
  const policies = useQuery({ queryKey: ['policies'], queryFn: () => call('policies.get', {}) })
  if (policies.isPending) return <Skeleton height={320} m={24} animate={false} />
  if (policies.isError) {
    return (
      <div className={classes.section}>
        <FailureNotice thrown={policies.error} onRetry={() => void policies.refetch()} />
      </div>
    )
  }
  return (
    <>
      <PoliciesForm policies={policies.data} />
      <section className={classes.section}>
        <PapersFolderForm />
      </section>
      <section className={classes.section} aria-label={say('records.history')}>
        <Title order={2} size="h5" mb="xs">
          {say('records.history')}
        </Title>
        <RecordHistory subject={{ of: 'school' }} />
      </section>
    </>
  )
}
