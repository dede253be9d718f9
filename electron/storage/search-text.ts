/** Text as it sorts and compares: lower case, without accents. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** The words of a search as they are compared. */
export function searchWords(search: string): string[] {
  return foldText(search)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
