import { Button, Text } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import type { PackageBalance } from '../../../shared/contract/packages.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { longDateText } from '../../../shared/date-text.ts'
import { useToday } from '../../ui/fields/today.ts'
import { useSchool } from '../../ui/school.tsx'
import classes from './balance.module.css'
import { say } from '../../../shared/words/say.ts'

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
          <b>{say('balance.asOfDay', { day })}</b>{' '}
          {date > today ? say('balance.asOfToCome') : say('balance.asOfNowOnly')}
        </Text>
      ) : (
        <Text size="sm" flex={1}>
          <b>{say('balance.asOfBefore', { day, customer: balance.customerName })}</b>{' '}
          {say('balance.asOfBeforeRemedy', { day: longDateText(balance.added, locale) })}
        </Text>
      )}
      <Button variant="default" size="xs" onClick={onNow}>
        {say('balance.asOfNow')}
      </Button>
    </div>
  )
}
