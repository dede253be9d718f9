import { Button, Menu, Text, Title } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import type { PackageWidget } from '../../shared/contract/customers.ts'
import { ACTION_TITLES } from '../packages/actions/action-view.ts'
import { useOpenAction } from '../packages/actions/open-action.tsx'
import { usePackageActions } from '../packages/actions/permitted-actions.ts'
import { Bar } from '../ui/bar.tsx'
import { MENUS_ID } from '../ui/menus.ts'
import { Money } from '../ui/money.tsx'
import { Quantity } from '../ui/quantity.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import classes from './customers.module.css'

const MENU_PLACE = { target: `#${MENUS_ID}` }

const MONEY = [
  ['price', 'Total package price'],
  ['paid', 'Amount paid'],
  ['owed', 'Amount owed'],
  ['funds', 'Package funds'],
] as const

/** One package of a customer: what remains of each line, and its money where it may be seen. */
export function PackageWidgetBox({ widget }: { widget: PackageWidget }) {
  const id = useId()
  return (
    <article className={classes.widget} aria-labelledby={id}>
      <div className={classes.head}>
        <div className={classes.grow}>
          <Title order={3} size="h5" id={id}>
            {widget.packageName}
          </Title>
          <Text className={classes.quiet ?? ''}>{widget.ref}</Text>
        </div>
        {widget.status && <StatusBadge status={widget.status} />}
        <WidgetActions widget={widget} titleId={id} />
      </div>
      {widget.lines.map((line) => (
        <WidgetLine key={line.line} line={line} />
      ))}
      <WidgetMoney widget={widget} />
    </article>
  )
}

function WidgetLine({ line }: { line: PackageWidget['lines'][number] }) {
  const pending = line.pending ?? 0
  return (
    <div className={classes.line}>
      <span>{line.name}</span>
      <span>
        <strong>
          <Quantity amount={line.remaining} kind={line.kind} />
        </strong>{' '}
        of <Quantity amount={line.included} kind={line.kind} as="with unit" />
      </span>
      <Bar included={line.included} remaining={line.remaining} pending={pending} />
      {line.pending !== null && pending !== 0 && (
        <span className={classes.quiet}>
          <Quantity amount={line.pending} kind={line.kind} as="with unit" /> pending
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
          <dd>
            <Money amount={amount} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function WidgetActions({ widget, titleId }: { widget: PackageWidget; titleId: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const actions = usePackageActions(widget.status)
  const open = useOpenAction()
  if (actions.length === 0) return null
  return (
    <Menu position="bottom-end" width={190} shadow="md" portalProps={MENU_PLACE}>
      <Menu.Target>
        <Button
          ref={button}
          variant="default"
          size="xs"
          aria-describedby={titleId}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          Actions
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => open({ kind, customer: widget.customerNumber, ref: widget.ref }, button.current)}
          >
            {ACTION_TITLES[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
