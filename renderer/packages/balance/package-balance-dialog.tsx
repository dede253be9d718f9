import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { BusinessDate } from '../../../shared/dates.ts'
import { usePackageBalance } from '../../api/packages-queries.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { useFading } from '../../ui/fading.ts'
import type { Layer } from '../../ui/places.ts'
import { HistoryDrawer } from '../history/history-drawer.tsx'
import type { HistoryView } from '../history/history-view.ts'
import { BalanceContent } from './balance-content.tsx'
import { BalanceLoading } from './balance-loading.tsx'
import classes from './balance.module.css'
import { say } from '../../../shared/words/say.ts'

interface PackageBalanceDialogProps {
  /** the customer package to show; null when closed */
  readonly packageRef: string | null
  readonly layer: Layer
  readonly onClose: () => void
}

/** The dialog Package Balance, and the drawer History on top of it. */
export function PackageBalanceDialog({ packageRef, layer, onClose }: PackageBalanceDialogProps) {
  const { shown, gone } = useFading(packageRef)
  // Both belong to the package that is open: another one begins with today's balances, and without its History.
  const [asOf, setAsOf] = useState<{ of: string; day: BusinessDate | null } | null>(null)
  const [history, setHistory] = useState<{ of: string; view: HistoryView } | null>(null)
  const view = history !== null && history.of === packageRef ? history.view : null
  return (
    <>
      <Modal.Root
        opened={packageRef !== null}
        onClose={onClose}
        onExitTransitionEnd={() => {
          gone()
          setAsOf(null)
        }}
        size={1040}
        padding={0}
        yOffset={32}
        zIndex={layer.zIndex}
        closeOnEscape={view === null && layer.top}
        returnFocus={false}
      >
        <Modal.Overlay />
        <Modal.Content>
          <DialogHead title={<Modal.Title>{say('balance.title')}</Modal.Title>} quiet>
            <Modal.CloseButton aria-label={say('balance.close')} />
          </DialogHead>
          <Modal.Body>
            {shown !== null && (
              <Balance
                packageRef={shown}
                asOf={asOf?.of === shown ? asOf.day : null}
                onAsOf={(day) => setAsOf({ of: shown, day })}
                onHistory={(chosen) => setHistory({ of: shown, view: chosen })}
              />
            )}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      <HistoryDrawer
        packageRef={shown}
        view={view}
        layer={layer}
        onView={(chosen) => shown !== null && setHistory({ of: shown, view: chosen })}
        onClose={() => setHistory(null)}
      />
    </>
  )
}

interface BalanceProps {
  readonly packageRef: string
  readonly asOf: BusinessDate | null
  readonly onAsOf: (asOf: BusinessDate | null) => void
  readonly onHistory: (view: HistoryView) => void
}

function Balance({ packageRef, asOf, onAsOf, onHistory }: BalanceProps) {
  const balance = usePackageBalance(packageRef, asOf)
  if (balance.isPending) return <BalanceLoading />
  if (balance.isError) {
    return (
      <div className={classes.problem}>
        <FailureNotice thrown={balance.error} onRetry={() => void balance.refetch()} />
      </div>
    )
  }
  return (
    <BalanceContent
      balance={balance.data}
      asOf={asOf}
      onAsOf={onAsOf}
      onHistory={onHistory}
      working={balance.isPlaceholderData}
    />
  )
}
