import type { Figure, MONEY_FIGURES } from '../../../shared/contract/packages.ts'

/** A kind of account that goes into a figure, and with which sign. */
interface FigurePart {
  readonly kind: string
  readonly sign: 1 | -1
}

/** How a number of the Package Balance comes from the ledger: which accounts, of which line, in which unit. */
export interface FigureAccounts {
  readonly parts: readonly FigurePart[]
  /** null: of every line */
  readonly line: number | null
  readonly unit: 'quantity' | 'amount'
}

/** The accounts whose postings add up to a figure. */
export function figureAccounts(figure: Figure): FigureAccounts {
  if (figure.of === 'package') return { parts: packageParts(figure.figure), line: null, unit: 'amount' }
  switch (figure.figure) {
    case 'included':
    case 'used':
    case 'remaining':
    case 'pending':
      return { parts: lineParts(figure.figure), line: figure.line, unit: 'quantity' }
    case 'dollarsIncluded':
      return { parts: lineParts('included'), line: figure.line, unit: 'amount' }
    case 'dollarsUsed':
      return { parts: lineParts('used'), line: figure.line, unit: 'amount' }
    case 'dollarsRemaining':
      return { parts: lineParts('remaining'), line: figure.line, unit: 'amount' }
  }
}

function packageParts(figure: (typeof MONEY_FIGURES)[number]): FigurePart[] {
  const price: FigurePart = { kind: 'line_included', sign: -1 }
  switch (figure) {
    case 'price':
      return [price]
    case 'paid':
      return [{ kind: 'package_paid', sign: -1 }]
    case 'owed':
      return [price, { kind: 'package_paid', sign: 1 }]
    case 'funds':
      return [
        { kind: 'package_paid', sign: -1 },
        { kind: 'package_drawn', sign: -1 },
      ]
    case 'toPay':
      return [
        price,
        { kind: 'line_used', sign: -1 },
        { kind: 'package_paid', sign: 1 },
        { kind: 'package_drawn', sign: 1 },
      ]
  }
}

function lineParts(figure: 'included' | 'used' | 'remaining' | 'pending'): FigurePart[] {
  const included: FigurePart = { kind: 'line_included', sign: -1 }
  switch (figure) {
    case 'included':
      return [included]
    case 'used':
      return [{ kind: 'line_used', sign: 1 }]
    case 'remaining':
      return [included, { kind: 'line_used', sign: -1 }]
    case 'pending':
      return [{ kind: 'line_pending', sign: 1 }]
  }
}
