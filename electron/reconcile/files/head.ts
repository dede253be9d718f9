import type { Mapping } from '../../../shared/contract/reconcile-file.ts'
import { isLine, namedScore, rowOfNames, rowOfUnknownNames } from './columns/row-of-names.ts'
import { nameOfPlace, placeOfName, uniqueNames } from './columns/unique-names.ts'

type Rows = readonly (readonly string[])[]

/** Where the lines of a file begin, and how its columns are called. */
export interface Head {
  /** rows above the names; without names: above the first line */
  readonly skipRows: number
  /** whether there is a row of names */
  readonly named: boolean
  /** whether the names are ones that are known here */
  readonly known: boolean
  readonly names: readonly string[]
}

/** The row of names may stand anywhere, or nowhere: then columns are called by their places. */
export function headOf(rows: Rows, mapping: Mapping | null): Head {
  if (mapping !== null) return mappedHead(rows, mapping) ?? found(rows)
  return found(rows)
}

function found(rows: Rows): Head {
  const known = rowOfNames(rows)
  if (known !== undefined) return namedAt(rows, known, true)
  const unknown = rowOfUnknownNames(rows)
  if (unknown !== undefined) return namedAt(rows, unknown, false)
  const first = Math.max(0, rows.findIndex(isLine))
  return unnamedAt(rows, first)
}

function namedAt(rows: Rows, place: number, known: boolean): Head {
  return { skipRows: place, named: true, known, names: uniqueNames(rows[place] ?? []) }
}

function unnamedAt(rows: Rows, place: number): Head {
  const width = Math.max(0, ...rows.slice(place, place + 200).map((cells) => cells.length))
  return {
    skipRows: place,
    named: false,
    known: false,
    names: Array.from({ length: width }, (_, at) => nameOfPlace(at)),
  }
}

/** Where the mapping says; or, since a bank's head may grow and shrink, the first row with all of its names. */
function mappedHead(rows: Rows, { columns, named, skipRows }: Mapping): Head | undefined {
  const wanted = Object.values(columns).filter((name) => name !== null)
  if (wanted.length === 0) return undefined
  if (!named) {
    const first = rows.findIndex(isLine)
    return unnamedAt(rows, first === -1 ? Math.min(skipRows, rows.length) : first)
  }
  const byName = wanted.filter((name) => placeOfName(name) === undefined)
  const has = (cells: readonly string[] | undefined) => {
    const there = new Set(uniqueNames(cells ?? []))
    return byName.length > 0 && byName.every((name) => there.has(name))
  }
  if (has(rows[skipRows])) return namedAt(rows, skipRows, true)
  const place = rows.slice(0, 300).findIndex(has)
  return place === -1 ? undefined : namedAt(rows, place, true)
}

/** Whether a file is written as a mapping says: it has all of its columns, by names or without. */
export function isWrittenSo(rows: Rows, mapping: Mapping): boolean {
  const wanted = Object.values(mapping.columns).filter((name) => name !== null)
  if (wanted.length === 0) return false
  if (mapping.named) return mappedHead(rows, mapping) !== undefined
  const own = found(rows)
  return !own.named && wanted.every((name) => (placeOfName(name) ?? own.names.length) < own.names.length)
}

/** The place of other names above, with lines below them: a second table, which would be passed over. */
export function otherTableAbove(rows: Rows, skipRows: number): number | undefined {
  const place = rows.slice(0, skipRows).findIndex((cells) => namedScore(cells) > 0)
  return place !== -1 && rows.slice(place, skipRows).some(isLine) ? place : undefined
}
