import { Button } from '@mantine/core'
import { Money } from '../ui/money.tsx'
import { sumCents } from '../../shared/money.ts'
import { say } from '../../shared/words/say.ts'
import type { PartProps } from './part.ts'
import classes from './reconcile.module.css'
import { SECTION_TITLES } from './sections.ts'
import { differenceOf, type Pair } from './work-actions.ts'

type ByHandBarProps = Pick<PartProps, 'byHand' | 'actions' | 'onSection'>

/** What was chosen from the two left-over lists, what it comes to, and the step that matches it. */
export function ByHandBar({ byHand, actions, onSection }: ByHandBarProps) {
  const { pair, clear } = byHand
  if (pair.lines.length + pair.payments.length === 0) return null
  const missing = missingSide(pair)
  return (
    <div className={classes.byHand} role="region" aria-label={say('reconcile.match_by_hand')}>
      <span>
        {say('reconcile.in_the_file_sum')} <Sum rows={pair.lines} />
      </span>
      <span>
        {say('reconcile.recorded_sum')} <Sum rows={pair.payments} />
      </span>
      {missing === null && (
        <strong>
          {say('reconcile.difference')} <Money amount={differenceOf(pair)} signed />
        </strong>
      )}
      <span className={classes.byHandSteps}>
        <Button variant="default" size="xs" onClick={clear}>
          {say('reconcile.clear')}
        </Button>
        {missing === null ? (
          <Button size="xs" onClick={() => matchByHand({ byHand, actions, onSection })}>
            {differenceOf(pair) === 0 ? say('reconcile.match') : say('reconcile.match_after_explaining')}
          </Button>
        ) : (
          <Button size="xs" onClick={() => onSection(missing)}>
            {say('reconcile.choose_from', { section: SECTION_TITLES[missing] })}
          </Button>
        )}
      </span>
    </div>
  )
}

/** Accepts what was chosen as belonging together; where a side is missing yet, it leads there. */
export function matchByHand({ byHand, actions, onSection }: ByHandBarProps): void {
  const missing = missingSide(byHand.pair)
  if (missing !== null) {
    if (byHand.pair.lines.length + byHand.pair.payments.length > 0) onSection(missing)
    return
  }
  actions.accept(byHand.pair)
  // Where the difference must be explained first, the choice stays until that is done.
  if (differenceOf(byHand.pair) === 0) byHand.clear()
}

function missingSide({ lines, payments }: Pair): 'notRecorded' | 'notReceived' | null {
  if (lines.length === 0) return 'notRecorded'
  return payments.length === 0 ? 'notReceived' : null
}

function Sum({ rows }: { rows: readonly { readonly amount: Parameters<typeof Money>[0]['amount'] }[] }) {
  if (rows.length === 0) return <span className={classes.quiet}>{say('reconcile.nothing_chosen')}</span>
  return (
    <strong>
      <Money amount={sumCents(rows.map(({ amount }) => amount))} />
      {rows.length > 1 && say('reconcile.in_count', { count: rows.length })}
    </strong>
  )
}
