import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useUser } from '../sign-in/session.tsx'
import { DoneMessage } from '../ui/done-message.tsx'
import { later } from '../ui/later.tsx'
import { LoadedLater } from '../ui/loaded-later.tsx'
import { PlacesContext, type Done, type Place, type Places } from '../ui/places.ts'
import { addressOf } from '../ui/route.ts'
import { Desk } from './desk.tsx'
import { neededFor } from './needed.ts'
import { focusedElement, useOpenDialogs } from './open-dialogs.ts'

const PlaceDialogs = later(async () => (await import('./place-dialogs.tsx')).PlaceDialogs)

/** Long enough to read the sentence and to reach its buttons; it waits while one points at it. */
const SHOWN_MS = 8_000

/** Opens every place for whichever screen asks, and says what was done. */
export function PlacesProvider({ children }: { children: ReactNode }) {
  const { permissions, customer } = useUser()
  const dialogs = useOpenDialogs()
  const { push, clear } = dialogs
  const mayOpen = useCallback(
    (place: Place) => neededFor(place, customer !== null).every((permission) => permissions.includes(permission)),
    [permissions, customer],
  )
  const open = useCallback<Places['open']>(
    (place, opener = focusedElement()) => {
      if (place.of === 'screen' || place.of === 'customer') {
        clear()
        window.location.hash =
          place.of === 'customer'
            ? addressOf('customers', place.number)
            : addressOf(place.screen, place.part ?? undefined)
      } else {
        push(place, opener)
      }
    },
    [push, clear],
  )
  const { last, say } = useSaying(mayOpen, open)
  const places = useMemo(() => ({ open, mayOpen, say }), [open, mayOpen, say])
  return (
    <PlacesContext value={places}>
      {children}
      <LoadedLater asked={dialogs.stack.length > 0}>
        <PlaceDialogs dialogs={dialogs} />
      </LoadedLater>
      <Desk last={last} />
    </PlacesContext>
  )
}

/** Says what was done, one thing at a time, and remembers the last one for the keys. */
function useSaying(mayOpen: Places['mayOpen'], open: Places['open']) {
  const [last, setLast] = useState<Done | null>(null)
  const shown = useRef<string>(undefined)
  const say = useCallback(
    (done: Done) => {
      const permitted = {
        ...done,
        show: done.show && mayOpen(done.show) ? done.show : null,
        undo: done.undo && mayOpen(done.undo) ? done.undo : null,
      }
      const { show, undo } = permitted
      const wayTo = (place: Place | null) =>
        place &&
        (() => {
          notifications.hide(id)
          open(place)
        })
      const id = crypto.randomUUID()
      // The one before would offer to undo what is not the last any more.
      if (shown.current !== undefined) notifications.hide(shown.current)
      shown.current = id
      setLast(permitted)
      notifications.show({
        id,
        autoClose: SHOWN_MS,
        message: <DoneMessage sentence={done.sentence} onShow={wayTo(show)} onUndo={wayTo(undo)} />,
      })
    },
    [mayOpen, open],
  )
  // What one person did must not be offered to the next.
  useEffect(() => () => notifications.clean(), [])
  return { last, say }
}
