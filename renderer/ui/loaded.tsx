import { Suspense, type ReactNode } from 'react'

/** What is fetched when it is first opened. It comes from this computer: nothing is shown for so short a time. */
export function Loaded({ children }: { children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>
}
