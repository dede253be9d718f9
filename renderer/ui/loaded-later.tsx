import { useState, type ReactNode } from 'react'
import { useIdle } from './use-idle.ts'

/**
 * What stands ready but closed, such as a dialog: fetched once the window has nothing else to do, or as soon as it is
 * asked for. From then on it stays, so that it can fade out.
 */
export function LoadedLater({ asked, children }: { asked: boolean; children: ReactNode }) {
  const idle = useIdle()
  const [wasAsked, setWasAsked] = useState(asked)
  if (asked && !wasAsked) setWasAsked(true)
  return idle || wasAsked ? children : null
}
