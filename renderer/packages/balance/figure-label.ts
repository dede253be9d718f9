import type { LINE_MONEY_FIGURES, LINE_QUANTITY_FIGURES } from '../../../shared/contract/packages.ts'

type LineFigure = (typeof LINE_QUANTITY_FIGURES)[number] | (typeof LINE_MONEY_FIGURES)[number]

const WORDS: Readonly<Record<LineFigure, string>> = {
  included: 'included',
  used: 'used',
  remaining: 'remaining',
  pending: 'pending',
  dollarsIncluded: 'dollars included',
  dollarsUsed: 'dollars used',
  dollarsRemaining: 'dollars remaining',
}

/** What a number of a line is called where it stands alone: "Ground instruction, dollars used". */
export function figureLabel(lineName: string, figure: LineFigure): string {
  return `${lineName}, ${WORDS[figure]}`
}
