import type { LINE_MONEY_FIGURES, LINE_QUANTITY_FIGURES } from '../../../shared/contract/packages.ts'
import { isDollars } from '../../../shared/currency.ts'
import { say } from '../../../shared/words/say.ts'

type LineFigure = (typeof LINE_QUANTITY_FIGURES)[number] | (typeof LINE_MONEY_FIGURES)[number]

/** What a number of a line is called where it stands alone: "Ground instruction, dollars used". */
export function figureLabel(lineName: string, figure: LineFigure, currency: string): string {
  return say(`balance.figure_${figure}`, { line: lineName, dollars: isDollars(currency) ? 'yes' : 'no' })
}
