import type { PackageBalance } from '../../../shared/contract/packages.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { HistoryView } from '../history/history-view.ts'
import { useExplanations } from '../../api/packages-queries.ts'
import { AsOfNotice } from './as-of-notice.tsx'
import { BalanceHead } from './balance-head.tsx'
import { BalanceLines } from './balance-lines.tsx'
import { PackageFigures } from './package-figures.tsx'
import classes from './balance.module.css'
import { ExplainProvider } from './explain.tsx'
import { say } from '../../../shared/words/say.ts'

interface BalanceContentProps {
  readonly balance: PackageBalance
  readonly asOf: BusinessDate | null
  readonly onAsOf: (asOf: BusinessDate | null) => void
  readonly onHistory: (view: HistoryView) => void
  /** the numbers shown are those of the day before the one just asked for */
  readonly working: boolean
}

/** Everything inside of the Package Balance: who and what, the four figures, and the lines. */
export function BalanceContent({ balance, asOf, onAsOf, onHistory, working }: BalanceContentProps) {
  const hours = balance.lines.filter((line) => line.kind === 'hour')
  const pieces = balance.lines.filter((line) => line.kind !== 'hour')
  const sentenceOf = useExplanations(balance.ref, balance.asOf)
  // Both sections have the same columns, so that their numbers stand below each other.
  const withPending = balance.lines.some((line) => (line.pending ?? 0) !== 0)
  return (
    <ExplainProvider
      sentenceOf={sentenceOf}
      explain={(figure, label) =>
        onHistory({ figure: { figure, label, sentence: sentenceOf(figure) }, asOf: balance.asOf })
      }
    >
      <BalanceHead
        balance={balance}
        asOf={asOf}
        onAsOf={onAsOf}
        onHistory={() => onHistory({ figure: null, asOf: balance.asOf })}
      />
      <div className={classes.numbers} aria-busy={working} data-working={working || undefined}>
        {balance.asOf !== null && <AsOfNotice balance={balance} date={balance.asOf} onNow={() => onAsOf(null)} />}
        {balance.existed && (
          <>
            <PackageFigures balance={balance} />
            <p className={classes.hint}>{say('balance.pointAtNumber')}</p>
            {hours.length > 0 && (
              <BalanceLines
                title={say('ui.hours')}
                nameHeader={say('balance.hourType')}
                lines={hours}
                withPending={withPending}
              />
            )}
            {pieces.length > 0 && (
              <BalanceLines
                title={say('balance.productsAndServices')}
                nameHeader={say('balance.productOrService')}
                lines={pieces}
                withPending={withPending}
              />
            )}
          </>
        )}
      </div>
    </ExplainProvider>
  )
}
