import { useCallback, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { FailureNotice } from './failure-notice.tsx'

/** A part of the window whose code is fetched apart. */
export interface Later<Props> {
  (props: Props): ReactNode
  /** Fetches it beforehand, so that it is drawn at once. Where that fails it is fetched again when it is drawn. */
  readonly fetch: () => void
}

interface Fetched<Props> {
  readonly Part: ComponentType<Props>
}

/**
 * A part of the window that is fetched when it is first drawn, or beforehand. React's own `lazy` draws what stands for it
 * even where the code is there already, and then holds the part itself back for 300 ms.
 * @param Waiting stands there meanwhile. The code comes from this computer: nothing is shown for so short a time
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType = Nothing,
): Later<Props> {
  let ready: Fetched<Props> | undefined
  const fetch = async () => (ready ??= { Part: await load() })

  function DrawnLater(props: Props) {
    const [fetched, setFetched] = useState(ready)
    const [thrown, setThrown] = useState<unknown>(null)
    const get = useCallback(() => void fetch().then(setFetched, setThrown), [])
    useEffect(() => {
      if (!fetched) get()
    }, [fetched, get])
    if (fetched) return <fetched.Part {...props} />
    if (thrown === null) return <Waiting />
    const again = () => {
      setThrown(null)
      get()
    }
    return <FailureNotice thrown={thrown} onRetry={again} />
  }
  return Object.assign(DrawnLater, { fetch: () => void fetch().catch(() => undefined) })
}

function Nothing() {
  return null
}
