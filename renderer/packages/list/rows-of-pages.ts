/**
 * The row at a place in keyset pages, without joining the pages: with a thousand pages that would be done a thousand
 * times. The first page has its own length; the further ones are as long as the second, but for the last.
 */
export function rowOfPages<Row>(pages: readonly { readonly rows: readonly Row[] }[], index: number): Row | undefined {
  if (index < 0) return undefined
  const first = pages[0]?.rows.length ?? 0
  if (index < first) return pages[0]?.rows[index]
  const length = pages[1]?.rows.length ?? 0
  if (length === 0) return undefined
  const beyond = index - first
  return pages[1 + Math.floor(beyond / length)]?.rows[beyond % length]
}
