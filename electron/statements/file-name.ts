import type { Statement } from '../../shared/contract/statements.ts'

/** A name for the file of a statement that every system takes: number, customer, and the package where it is one. */
export function statementFileName({ number, customer, packages }: Statement, ending: 'pdf' | 'csv'): string {
  const parts = [number ?? 'Statement', customer.number, ...(packages.length === 1 ? [packages[0]?.ref ?? ''] : [])]
  return `${parts.map(safe).join('_')}.${ending}`
}

/** Letters of any script, digits, dots and dashes; whatever else a folder might take for a path becomes a dash. */
function safe(text: string): string {
  return (
    text
      .replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')
      .replaceAll(/^[.-]+|[.-]+$/g, '')
      .slice(0, 60) || 'x'
  )
}
