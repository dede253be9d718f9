import { Button, Text } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import type { PackageBalance } from '../../../shared/contract/packages.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { longDateText } from '../../../shared/date-text.ts'
import { useToday } from '../../ui/today.ts'
import { useSchool } from '../../ui/school.tsx'
import classes from './balance.module.css'

/** Says clearly that the numbers below are not today's. */
export function AsOfNotice(props: { balance: PackageBalance; date: BusinessDate; onNow: () => void }) {
  const { balance, date, onNow } = props
  const { locale } = useSchool()
  const day = longDateText(date, locale)
  const today = useToday()
  return (
    <div className={classes.notice} role="status">
      <IconCalendarTime size={18} stroke={1.6} aria-hidden="true" />
      {balance.existed ? (
        <Text size="sm" flex={1}>
          <b>Balances at the end of {day}.</b>{' '}
          {date > today
            ? 'That day is still to come: these hold what is recorded until now.'
            : 'Status and pending quantities are known for now only.'}
        </Text>
      ) : (
        <Text size="sm" flex={1}>
          <b>
            By the end of {day}, {balance.customerName} had not been added to this package yet.
          </b>{' '}
          The customer was added on {longDateText(balance.added, locale)}. Choose a later day.
        </Text>
      )}
      <Button variant="default" size="xs" onClick={onNow}>
        Show now
      </Button>
    </div>
  )
}
