import { useEffect, useRef, useState } from 'react'

interface OnlyMatch {
  /** what is shown answers what is written */
  readonly settled: boolean
  /** opens the only row that was found; null where there is another number of them */
  readonly open: (() => void) | null
}

/** Enter in a field of words opens the only row that they find, as soon as that is known. @returns what Enter does */
export function useOnlyMatch({ settled, open }: OnlyMatch): () => void {
  const entered = useRef(false)
  const [, look] = useState(0)
  useEffect(() => {
    if (!settled || !entered.current) return
    entered.current = false
    open?.()
  })
  return () => {
    entered.current = true
    look((times) => times + 1)
  }
}
