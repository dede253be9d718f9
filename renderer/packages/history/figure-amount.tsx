import { LINE_QUANTITY_FIGURES, type Figure } from '../../../shared/contract/packages.ts'
import { cents } from '../../../shared/money.ts'
import { hundredths } from '../../../shared/quantity.ts'
import { Money } from '../../ui/money.tsx'
import { Quantity } from '../../ui/quantity.tsx'
import type { LineNames } from './line-names.ts'

interface FigureAmountProps {
  readonly figure: Figure
  /** in the figure's smallest unit: cents, or hundredths of an hour or piece */
  readonly amount: number
  readonly names: LineNames
  readonly signed?: boolean
}

/** A part or the whole of a figure, in the figure's own unit. */
export function FigureAmount({ figure, amount, names, signed = false }: FigureAmountProps) {
  const counted = figure.of === 'line' && LINE_QUANTITY_FIGURES.some((quantity) => quantity === figure.figure)
  if (!counted) return <Money amount={cents(amount)} signed={signed} />
  const { kind } = names(figure.line, '')
  return <Quantity amount={hundredths(amount)} kind={kind} as={signed ? 'signed' : 'plain'} />
}
