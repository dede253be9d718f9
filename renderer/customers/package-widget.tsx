import { Button, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import type { PackageWidget } from '../../shared/contract/customers.ts'
import { moneyText } from '../../shared/money-text.ts'
import { PackageMenu } from '../packages/actions/package-menu.tsx'
import { usePackageActions } from '../packages/actions/permitted-actions.ts'
import { MembersLine } from '../packages/members-line.tsx'
import { toPayReason } from '../../shared/to-pay-words.ts'
import { ValidUntil } from '../packages/valid-until.tsx'
import { lowWords } from '../packages/low/low-words.ts'
import { Bar } from '../ui/bar.tsx'
import { Money } from '../ui/money.tsx'
import { usePlaces } from '../ui/places.ts'
import { Quantity } from '../ui/quantity.tsx'
import { useSchool } from '../ui/school.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import classes from './customers.module.css'
import { say } from '../../shared/words/say.ts'
import { Said } from '../ui/said.tsx'

const MONEY = [
  ['price', say('balance.price')],
  ['paid', say('balance.paid')],
  ['owed', say('balance.owed')],
  ['funds', say('balance.funds')],
] as const

/** One package of a customer: what remains of each line, and its money where it may be seen. */
export function PackageWidgetBox({ widget, customer }: { widget: PackageWidget; customer: string }) {
  const id = useId()
  return (
    <article className={classes.widget} aria-labelledby={id}>
      <div className={classes.head}>
        <div className={classes.grow}>
          <Title order={3} size="h5" id={id}>
            {widget.customerNumber === customer
              ? widget.packageName
              : say('package_life.packageOf', { name: widget.packageName, customer: widget.customerName })}
          </Title>
          <Text className={classes.quiet ?? ''}>
            {widget.ref}
            {widget.lastValid !== null && ' · '}
            <ValidUntil lastValid={widget.lastValid} status={widget.status} />
          </Text>
        </div>
        {widget.status && <StatusBadge status={widget.status} />}
        <WidgetActions widget={widget} titleId={id} />
      </div>
      <Text className={classes.quiet ?? ''}>
        <MembersLine members={widget.members} />
      </Text>
      <WidgetLow widget={widget} />
      {widget.status === 'removed' ? (
        <Text className={classes.quiet ?? ''}>{say('customers.packageClosed')}</Text>
      ) : (
        <>
          <div className={classes.lines}>
            {widget.lines.map((line) => (
              <WidgetLine key={line.line} line={line} />
            ))}
          </div>
          <WidgetMoney widget={widget} />
        </>
      )}
    </article>
  )
}

/** Why the package is running low, where it is. */
function WidgetLow({ widget }: { widget: PackageWidget }) {
  const school = useSchool()
  if (widget.low.length === 0) return null
  return (
    <p className={classes.low}>
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />{' '}
      {say('customers.runningLow', { reasons: widget.low.map((reason) => lowWords(reason, school)).join('; ') })}
    </p>
  )
}

function WidgetLine({ line }: { line: PackageWidget['lines'][number] }) {
  const pending = line.pending ?? 0
  return (
    <div className={classes.line}>
      <span>{line.name}</span>
      <span>
        <Said
          of="customers.remainingOf"
          parts={{
            remaining: (
              <strong>
                <Quantity amount={line.remaining} kind={line.kind} />
              </strong>
            ),
            included: <Quantity amount={line.included} kind={line.kind} as="with unit" />,
          }}
        />
      </span>
      <Bar included={line.included} remaining={line.remaining} pending={pending} />
      {line.pending !== null && pending !== 0 && (
        <span className={classes.quiet}>
          <Said
            of="customers.pending"
            parts={{ quantity: <Quantity amount={line.pending} kind={line.kind} as="with unit" /> }}
          />
        </span>
      )}
    </div>
  )
}

function WidgetMoney({ widget }: { widget: PackageWidget }) {
  const shown = MONEY.flatMap(([figure, label]) => {
    const amount = widget[figure]
    return amount === null ? [] : [{ figure, label, amount }]
  })
  if (shown.length === 0) return null
  return (
    <dl className={classes.figures}>
      {shown.map(({ figure, label, amount }) => (
        <div key={figure}>
          <dt>{label}</dt>
          <dd {...(amount < 0 ? { className: classes.negative } : {})}>
            <Money amount={amount} />
            {figure === 'owed' && <WidgetToPay widget={widget} />}
            {figure === 'funds' && amount < 0 && <div className={classes.quiet}>{say('balance.usedBeforePaid')}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What is still to be paid for what remains, wherever it is not what is owed. */
function WidgetToPay({ widget: { owed, toPay } }: { widget: PackageWidget }) {
  const school = useSchool()
  const reason = owed === null || toPay === null ? null : toPayReason(owed, toPay, school)
  if (reason === null || toPay === null) return null
  return (
    <div className={classes.quiet}>
      <Said of="balance.toPayIs" parts={{ amount: <strong>{moneyText(toPay, school)}</strong> }} />
      <br />
      {reason}
    </div>
  )
}

function WidgetActions({ widget, titleId }: { widget: PackageWidget; titleId: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const actions = usePackageActions(widget.status)
  const { open, mayOpen } = usePlaces()
  const balance = { of: 'package', ref: widget.ref } as const
  const seesBalance = mayOpen(balance)
  if (actions.length === 0 && !seesBalance) return null
  return (
    <PackageMenu
      customer={widget.customerNumber}
      packageRef={widget.ref}
      actions={actions}
      opener={button}
      {...(seesBalance ? { onViewBalances: (opener) => open(balance, opener) } : {})}
    >
      <Button
        ref={button}
        variant="default"
        size="xs"
        aria-describedby={titleId}
        rightSection={<IconChevronDown size={14} aria-hidden="true" />}
      >
        {say('ui.actions')}
      </Button>
    </PackageMenu>
  )
}
