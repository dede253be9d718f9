import { expect, test } from 'vitest'
import { columnsThatFit } from '../../renderer/ui/table/columns-that-fit.ts'

const COLUMNS = [
  { id: 'customer', least: 150 },
  { id: 'status', least: 90, yields: 3 },
  { id: 'price', least: 100, yields: 1 },
  { id: 'owed', least: 100, yields: 2 },
]
const shownAt = (width: number | null) => columnsThatFit(COLUMNS, width).map(({ id }) => id)

test('where a table is narrow its columns leave in the order that they say, and the name stays', () => {
  expect(shownAt(532)).toEqual(['customer', 'status', 'price', 'owed'])
  expect(shownAt(531)).toEqual(['customer', 'status', 'owed'])
  expect(shownAt(400)).toEqual(['customer', 'status'])
  expect(shownAt(200)).toEqual(['customer'])
  expect(shownAt(10)).toEqual(['customer'])
})

test('a table whose width is not known yet, or whose columns need nothing, shows all of them', () => {
  expect(shownAt(null)).toHaveLength(4)
  expect(columnsThatFit([{ id: 'a' }, { id: 'b' }], 80)).toHaveLength(2)
})
