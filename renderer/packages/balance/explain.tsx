import { Tooltip } from '@mantine/core'
import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Figure } from '../../../shared/contract/packages.ts'
import classes from './balance.module.css'
import { say } from '../../../shared/words/say.ts'

interface Explain {
  /** opens the entries that make a number */
  readonly explain: (figure: Figure, label: string) => void
  /** how a number comes about, in words; null until that is known */
  readonly sentenceOf: (figure: Figure) => string | null
}

const ExplainContext = createContext<Explain | null>(null)

export function ExplainProvider({ explain, sentenceOf, children }: Explain & { children: ReactNode }) {
  const value = useMemo(() => ({ explain, sentenceOf }), [explain, sentenceOf])
  return <ExplainContext value={value}>{children}</ExplainContext>
}

interface FigureButtonProps {
  readonly figure: Figure
  /** what the number is: "Amount paid" */
  readonly label: string
  /** the number as it is read */
  readonly text: string
  readonly size?: 'large' | 'plain' | 'small'
}

/** A number of the Package Balance. Pointing at it says how it comes about; a click opens the History entries that make it. */
export function FigureButton({ figure, label, text, size = 'plain' }: FigureButtonProps) {
  const explained = use(ExplainContext)
  if (!explained) throw new Error('FigureButton is outside of ExplainProvider')
  return (
    <Tooltip
      label={explained.sentenceOf(figure) ?? say('balance.explainTip', { label })}
      multiline
      maw={360}
      openDelay={300}
      events={{ hover: true, focus: true, touch: false }}
    >
      <button
        type="button"
        className={classes.figure}
        data-size={size}
        aria-label={say('balance.explain', { label, text })}
        onClick={() => explained.explain(figure, label)}
      >
        {text}
      </button>
    </Tooltip>
  )
}
