import { textFault } from '../../../../shared/storable-text.ts'

/** Longer is no name, and could not be remembered. */
const LONGEST_NAME = 200

/**
 * The names of columns as they can be told apart: blank ones, and those that cannot be remembered as they are, by their
 * place, the second of a name by its number.
 */
export function uniqueNames(cells: readonly string[]): string[] {
  const times = new Map<string, number>()
  return cells.map((cell, place) => {
    const name = cell.replace(/\s+/g, ' ').trim()
    if (name === '' || name.length > LONGEST_NAME - 8 || textFault(name) !== undefined) return nameOfPlace(place)
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    return before === 0 ? name : `${name} (${before + 1})`
  })
}

/** The name as the file writes it: without the number by which the second of a name is told from the first. */
export function nameAsWritten(name: string, names: readonly string[]): string {
  const [, written] = /^(.*) \(\d+\)$/.exec(name) ?? []
  return written !== undefined && names.includes(written) ? written : name
}

/** What a column without a name is called: by where it stands, from 1 on. */
export function nameOfPlace(place: number): string {
  return `#${place + 1}`
}

/** The place that such a name means; undefined where it is none. */
export function placeOfName(name: string): number | undefined {
  const [, number] = /^#(\d+)$/.exec(name) ?? []
  return number === undefined ? undefined : Number(number) - 1
}
