import { useEffect, useState } from 'react'

/** After so long it is no longer waited for: what was to come later comes then. */
const LONGEST_MS = 2_000

/** Whether the window has had nothing to do since this was first shown: false first, true from then on. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const handle = requestIdleCallback(() => setIdle(true), { timeout: LONGEST_MS })
    return () => cancelIdleCallback(handle)
  }, [])
  return idle
}
