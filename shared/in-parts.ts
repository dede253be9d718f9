/** A long list in parts of so many, the last one shorter: a statement takes only so many values, a turn so much time. */
export function inPartsOf<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = []
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size))
  return parts
}
