import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { FigureAmount } from './figure-amount.tsx'
import { figureSum } from './figure-sum.ts'
import type { HistoryView } from './history-view.ts'
import classes from './history.module.css'
import type { LineNames } from './line-names.ts'
import type { LoadedHistory } from './loaded-history.ts'

interface FigureSumFooterProps {
  readonly asked: NonNullable<HistoryView['figure']>
  readonly history: LoadedHistory
  readonly total: number
  readonly names: LineNames
}

/** The sum of the entries, held against the number: they visibly add up, or it says that they do not. */
export function FigureSumFooter({ asked, history, total, names }: FigureSumFooterProps) {
  const sum = figureSum(history.rows, total, !history.hasMore)
  const amount = (value: number) => <FigureAmount figure={asked.figure} amount={value} names={names} />
  const entries = sum.shown === 1 ? '1 entry' : `${sum.shown} entries`
  return (
    <div className={classes.footer} role="status" aria-label="Sum">
      <span>
        Sum of {sum.allShown ? entries : `the ${entries} shown`}: <strong>{amount(sum.shownSum)}</strong>
        {!sum.allShown && (
          <>
            {' + earlier entries: '}
            <strong>{amount(sum.earlierSum)}</strong>
          </>
        )}
      </span>
      {sum.addsUp ? (
        <span className={classes.addsUp}>
          <IconCheck size={16} stroke={2} aria-hidden="true" /> = {asked.label} {amount(total)}
        </span>
      ) : (
        <span className={classes.doesNotAddUp}>
          <IconAlertTriangle size={16} stroke={2} aria-hidden="true" /> This is not {asked.label} {amount(total)}. Ask
          an administrator to run the verification.
        </span>
      )}
    </div>
  )
}
