import { Skeleton, VisuallyHidden } from '@mantine/core'
import classes from './balance.module.css'
import { say } from '../../../shared/words/say.ts'

/** The places of the Package Balance while it is on its way. */
export function BalanceLoading() {
  return (
    <div className={classes.problem}>
      <VisuallyHidden role="status">{say('balance.loading')}</VisuallyHidden>
      <Skeleton height={18} width="40%" />
      <Skeleton height={12} width="55%" mt="sm" />
      <Skeleton height={64} mt="xl" />
      <Skeleton height={180} mt="xl" />
    </div>
  )
}
