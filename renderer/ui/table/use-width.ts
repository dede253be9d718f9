import { useLayoutEffect, useState, type RefObject } from 'react'

/** How wide an element is inside of its scroll bar, also while the window changes; null before it is there. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const found = element.current
    if (!found) return
    const measure = () => setWidth(found.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(found)
    return () => observer.disconnect()
  }, [element])
  return width
}
