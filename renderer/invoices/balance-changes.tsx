import type { BalanceChange } from '../../shared/contract/action-values.ts'
import type { CatalogueEntry } from '../../shared/contract/catalogue.ts'
import type { LineKind } from '../../shared/contract/values.ts'
import { say } from '../../shared/words/say.ts'
import { cents } from '../../shared/money.ts'
import { hundredths } from '../../shared/quantity.ts'
import { Money } from '../ui/money.tsx'
import { Quantity } from '../ui/quantity.tsx'
import { useCatalogue } from './invoices-queries.ts'
import classes from './invoices.module.css'

/** Before and after of each balance that an action would change: the money first, then what is counted. */
export function BalanceChanges({ changes }: { changes: readonly BalanceChange[] }) {
  const catalogue = useCatalogue(changes.some(({ unit }) => unit === 'quantity'))
  if (changes.length === 0) return null
  const entries = catalogue.data?.entries ?? []
  const ordered = [
    ...changes.filter(({ unit }) => unit === 'money'),
    ...changes.filter(({ unit }) => unit === 'quantity'),
  ]
  return (
    <div className={classes.changes} role="group" aria-label={say('invoices.balancesBeforeAndAfter')}>
      {ordered.map((change) => (
        <ChangeRow key={`${change.of} ${change.label}`} change={change} named={namedChange(change, entries)} />
      ))}
    </div>
  )
}

interface Named {
  readonly label: string
  readonly kind: LineKind
}

/** The engine names an hour type or item by its code; people read its name. */
function namedChange({ label, unit }: BalanceChange, entries: readonly CatalogueEntry[]): Named {
  const entry = unit === 'quantity' ? entries.find(({ code }) => label.startsWith(`${code} `)) : undefined
  if (!entry) return { label, kind: 'hour' }
  const figure = label.slice(entry.code.length + 1)
  return { label: say('invoices.changeOf', { line: entry.name, figure }), kind: entry.kind }
}

function ChangeRow({ change, named }: { change: BalanceChange; named: Named }) {
  return (
    <>
      <span>
        {named.label} <span className={classes.quiet}>{change.of}</span>
      </span>
      <span className={classes.number}>
        <Value change={change} kind={named.kind} value={change.before} />
      </span>
      <span aria-label={say('invoices.becomes')} role="img">
        →
      </span>
      <strong className={classes.number}>
        <Value change={change} kind={named.kind} value={change.after} />
      </strong>
    </>
  )
}

function Value({ change, kind, value }: { change: BalanceChange; kind: LineKind; value: number }) {
  if (change.unit === 'money') return <Money amount={cents(value)} />
  return <Quantity amount={hundredths(value)} kind={kind} />
}
