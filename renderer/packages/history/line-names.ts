import type { BalanceLine, LineEffect } from '../../../shared/contract/packages.ts'
import type { LineKind } from '../../../shared/contract/values.ts'

export interface LineName {
  readonly name: string
  readonly kind: LineKind
}

/** Finds what a line is called and whether it is counted in hours. */
export type LineNames = (line: number, code: string) => LineName

/** From the balance's lines; an unknown line goes by its code. */
export function lineNamesOf(lines: readonly BalanceLine[]): LineNames {
  const known = new Map(lines.map((line) => [line.line, { name: line.name, kind: line.kind }]))
  return (line, code) => known.get(line) ?? { name: code, kind: 'hour' }
}

export function nameOfEffect(effect: LineEffect, names: LineNames): LineName {
  return names(effect.line, effect.code)
}
