import { MultiSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { HISTORY_ACTIONS } from '../../../shared/contract/history-actions.ts'
import type { HistoryAction } from '../../../shared/contract/values.ts'
import { usePackageBalance } from '../../api/packages-queries.ts'
import { actionWords } from '../../../shared/action-words.ts'
import { FigureBanner } from './figure-banner.tsx'
import { FigureSumFooter } from './figure-sum-footer.tsx'
import { HistoryTable } from './history-table.tsx'
import type { HistoryView } from './history-view.ts'
import classes from './history.module.css'
import { lineNamesOf } from './line-names.ts'
import { useLoadedHistory } from './loaded-history.ts'
import { say } from '../../../shared/words/say.ts'

interface HistoryContentProps {
  readonly packageRef: string
  readonly view: HistoryView
  readonly onShowAll: () => void
}

const ACTIONS = HISTORY_ACTIONS.map((action) => ({ value: action, label: actionWords(action) }))

/** The entries, with a filter by action; or those of one number, which add up to it. */
export function HistoryContent({ packageRef, view, onShowAll }: HistoryContentProps) {
  const [actions, setActions] = useState<HistoryAction[]>([])
  const figure = view.figure?.figure ?? null
  const history = useLoadedHistory({ ref: packageRef, actions, figure, asOf: view.asOf })
  const balance = usePackageBalance(packageRef, null)
  const lines = balance.data?.lines
  const names = useMemo(() => lineNamesOf(lines ?? []), [lines])
  return (
    <div className={classes.columns}>
      {view.figure || view.asOf ? (
        <FigureBanner
          view={view}
          total={history.total}
          names={names}
          owner={
            balance.data
              ? say('history.owner', { customer: balance.data.customerName, package: balance.data.packageName })
              : ''
          }
          onShowAll={onShowAll}
        />
      ) : (
        <div className={classes.filter}>
          <MultiSelect
            label={say('ui.action')}
            placeholder={actions.length === 0 ? say('history.allActions') : ''}
            data={ACTIONS}
            value={actions}
            onChange={(chosen) => setActions(HISTORY_ACTIONS.filter((action) => chosen.includes(action)))}
            clearable
            clearButtonProps={{ 'aria-label': say('history.filterClear') }}
            comboboxProps={{ withinPortal: false, keepMounted: false }}
            className={classes.actions}
          />
          <div className={classes.owner}>
            {balance.data && (
              <>
                <div>{balance.data.customerName}</div>
                <div className={classes.quiet}>
                  {balance.data.packageName} · {packageRef}
                </div>
              </>
            )}
          </div>
        </div>
      )}
      <HistoryTable
        packageRef={packageRef}
        history={history}
        figure={figure}
        names={names}
        filtered={actions.length > 0}
        onClearFilter={() => setActions([])}
      />
      {view.figure && history.total !== null && (
        <FigureSumFooter asked={view.figure} history={history} total={history.total} names={names} />
      )}
    </div>
  )
}
