import type { EntryContent } from '../ledger/entry.ts'

/** Whether the rows that the entry's hash covers are those that its action makes, in whatever order. */
export function sameRows(made: EntryContent, held: EntryContent): boolean {
  return (
    sameSet(made.postings, held.postings) && sameSet(made.opened, held.opened) && sameSet(made.history, held.history)
  )
}

type Row = readonly [id: number, ...(string | number)[]]

/** Rows of an entry have ids of their own. */
function sameSet(made: readonly Row[], held: readonly Row[]): boolean {
  return (
    made.length === held.length &&
    made.every((row, place) => {
      const id = row[0]
      const other = held[place]?.[0] === id ? held[place] : held.find((each) => each[0] === id)
      return other !== undefined && row.every((value, index) => value === other[index])
    })
  )
}
