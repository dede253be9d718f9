import { Button, Group } from '@mantine/core'
import { say } from '../../../../shared/words/say.ts'
import { ACTION_TITLES, type PaymentView } from '../action-view.ts'
import { useOpenAction } from '../open-action.tsx'
import { useMayDo } from '../permitted-actions.ts'

/** What can be done about a payment that stands, where it is seen: take it back, or put it right. */
export function PaymentWays({ of }: { of: PaymentView }) {
  const mayDo = useMayDo()
  const open = useOpenAction()
  const ways = (
    [
      ['correctPayment', say('reversals.correct')],
      ['reversePayment', say('reversals.reverse')],
    ] as const
  ).filter(([kind]) => mayDo(kind))
  if (ways.length === 0) return null
  return (
    <Group gap={6} my={4} wrap="nowrap" role="group" aria-label={say('reversals.waysOf')}>
      {ways.map(([kind, label]) => (
        <Button
          key={kind}
          variant="default"
          size="compact-xs"
          aria-label={ACTION_TITLES[kind]}
          onClick={(event) => open({ kind, payment: of }, event.currentTarget)}
        >
          {label}
        </Button>
      ))}
    </Group>
  )
}
