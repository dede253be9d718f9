import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { FigureAmount } from './figure-amount.tsx'
import { figureSum } from './figure-sum.ts'
import type { HistoryView } from './history-view.ts'
import classes from './history.module.css'
import type { LineNames } from './line-names.ts'
import type { LoadedHistory } from './loaded-history.ts'
import { say } from '../../../shared/words/say.ts'
import { Said } from '../../ui/said.tsx'

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
  return (
    <div className={classes.footer} role="status" aria-label={say('history.sum')}>
      <span>
        <Said
          of={sum.allShown ? 'history.sumOfAll' : 'history.sumOfShown'}
          parts={{ sum: <strong>{amount(sum.shownSum)}</strong>, earlier: <strong>{amount(sum.earlierSum)}</strong> }}
          params={{ count: sum.shown }}
        />
      </span>
      {sum.addsUp ? (
        <span className={classes.addsUp}>
          <IconCheck size={16} stroke={2} aria-hidden="true" />{' '}
          <Said of="history.addsUp" parts={{ total: amount(total) }} params={{ label: asked.label }} />
        </span>
      ) : (
        <span className={classes.doesNotAddUp}>
          <IconAlertTriangle size={16} stroke={2} aria-hidden="true" />{' '}
          <Said of="history.doesNotAddUp" parts={{ total: amount(total) }} params={{ label: asked.label }} />
        </span>
      )}
    </div>
  )
}
