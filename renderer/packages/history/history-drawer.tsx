import { Drawer } from '@mantine/core'
import { DialogHead } from '../../ui/dialog-head.tsx'
import { useFading } from '../../ui/fading.ts'
import type { Layer } from '../../ui/places.ts'
import { HistoryContent } from './history-content.tsx'
import classes from './history.module.css'
import { ALL_ENTRIES, type HistoryView } from './history-view.ts'
import { say } from '../../../shared/words/say.ts'

interface HistoryDrawerProps {
  readonly packageRef: string | null
  /** what to show; null when closed */
  readonly view: HistoryView | null
  /** that of the Package Balance */
  readonly layer: Layer
  readonly onView: (view: HistoryView) => void
  readonly onClose: () => void
}

/** The drawer History, on top of the Package Balance. Escape closes it alone. */
export function HistoryDrawer({ packageRef, view, layer, onView, onClose }: HistoryDrawerProps) {
  const { shown, gone } = useFading(view)
  return (
    <Drawer.Root
      opened={view !== null}
      onClose={onClose}
      onExitTransitionEnd={gone}
      position="right"
      size="min(1120px, calc(100vw - 64px))"
      padding={0}
      zIndex={layer.zIndex}
      closeOnEscape={layer.top}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <DialogHead title={<Drawer.Title>{say('history.title')}</Drawer.Title>} quiet>
          <Drawer.CloseButton aria-label={say('history.close')} />
        </DialogHead>
        <Drawer.Body>
          {packageRef !== null && shown !== null && (
            <HistoryContent
              // Another question is another list: filter, folds and scroll begin anew.
              key={JSON.stringify([packageRef, shown])}
              packageRef={packageRef}
              view={shown}
              onShowAll={() => onView(ALL_ENTRIES)}
            />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
