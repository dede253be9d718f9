import type { BalanceChange } from '../../shared/contract/action-values.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { Money } from '../ui/money.tsx'
import { Quantity } from '../ui/quantity.tsx'
import classes from './invoices.module.css'
import { say } from '../../shared/words/say.ts'

/** Before and after of each balance that an action would change. */
export function BalanceChanges({ changes }: { changes: readonly BalanceChange[] }) {
  if (changes.length === 0) return null
  return (
    <div className={classes.changes} role="group" aria-label={say('invoices.balancesBeforeAndAfter')}>
      {changes.map((change) => (
        <ChangeRow key={`${change.of} ${change.label}`} change={change} />
      ))}
    </div>
  )
}

function ChangeRow({ change }: { change: BalanceChange }) {
  return (
    <>
      <span>
        {change.label} <span className={classes.quiet}>{change.of}</span>
      </span>
      <span className={classes.number}>
        <Value change={change} value={change.before} />
      </span>
      <span aria-label={say('invoices.becomes')} role="img">
        →
      </span>
      <strong className={classes.number}>
        <Value change={change} value={change.after} />
      </strong>
    </>
  )
}

function Value({ change, value }: { change: BalanceChange; value: number }) {
  if (change.unit === 'money') return <Money amount={cents(value)} />
  return <Quantity amount={hundredths(value)} kind="hour" />
}
