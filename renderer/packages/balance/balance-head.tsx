import { Button, Text, Title } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { PackageBalance } from '../../../shared/contract/packages.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { MembersLine } from '../members-line.tsx'
import { ValidUntil } from '../valid-until.tsx'
import { AsOfField } from './as-of-field.tsx'
import { BalanceActions } from './balance-actions.tsx'
import classes from './balance.module.css'
import { say } from '../../../shared/words/say.ts'
import { Said } from '../../ui/said.tsx'

interface BalanceHeadProps {
  readonly balance: PackageBalance
  readonly asOf: BusinessDate | null
  readonly onAsOf: (asOf: BusinessDate | null) => void
  readonly onHistory: () => void
}

/** Customer and package, the day, and the way to the History. */
export function BalanceHead({ balance, asOf, onAsOf, onHistory }: BalanceHeadProps) {
  return (
    <div className={classes.who}>
      <div className={classes.names}>
        <div className={classes.customer}>
          <Title order={3} size="h3">
            {balance.customerName}
          </Title>
          <Text c="dimmed" size="sm">
            {balance.customerNumber}
          </Text>
          {balance.status && <StatusBadge status={balance.status} />}
        </div>
        <Text size="sm">
          {balance.packageName}
          <Text span c="dimmed" size="sm">
            {' · '}
            <Said
              of="balance.packageAndAdded"
              parts={{ day: <BusinessDay date={balance.added} /> }}
              params={{ ref: balance.ref }}
            />
            {balance.lastValid !== null && ' · '}
            <ValidUntil lastValid={balance.lastValid} status={balance.status} />
          </Text>
        </Text>
        <Text size="sm" c="dimmed">
          <MembersLine members={balance.members} />
        </Text>
      </div>
      <div className={classes.tools}>
        <AsOfField value={asOf} onChange={onAsOf} />
        <Button
          variant="default"
          leftSection={<IconHistory size={16} stroke={1.6} aria-hidden="true" />}
          onClick={onHistory}
        >
          {say('balance.history')}
        </Button>
        <BalanceActions balance={balance} />
      </div>
    </div>
  )
}
