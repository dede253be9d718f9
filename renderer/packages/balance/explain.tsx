import { createContext, use, type ReactNode } from 'react'
import type { Figure } from '../../../shared/contract/packages.ts'
import classes from './balance.module.css'

type Explain = (figure: Figure, label: string) => void

const ExplainContext = createContext<Explain | null>(null)

export function ExplainProvider({ explain, children }: { explain: Explain; children: ReactNode }) {
  return <ExplainContext value={explain}>{children}</ExplainContext>
}

interface FigureButtonProps {
  readonly figure: Figure
  /** what the number is: "Amount paid" */
  readonly label: string
  /** the number as it is read */
  readonly text: string
  readonly size?: 'large' | 'plain' | 'small'
}

/** A number of the Package Balance: a click opens the History entries that make it. */
export function FigureButton({ figure, label, text, size = 'plain' }: FigureButtonProps) {
  const explain = use(ExplainContext)
  if (!explain) throw new Error('FigureButton is outside of ExplainProvider')
  return (
    <button
      type="button"
      className={classes.figure}
      data-size={size}
      aria-label={`Explain ${label}: ${text}`}
      title={`${label}: show the entries that make it`}
      onClick={() => explain(figure, label)}
    >
      {text}
    </button>
  )
}
