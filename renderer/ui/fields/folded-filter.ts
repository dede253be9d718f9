import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import { matchesWords, searchWords } from '../../../shared/search-words.ts'

/** Finds the options of a field as every search finds: without accents, by the beginning of any word. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const words = searchWords(search)
  const fits = ({ label }: ComboboxItem) => matchesWords([label], words)
  const found: typeof options = []
  for (const option of options) {
    if (found.length >= limit) break
    if ('group' in option) {
      const items = option.items.filter(fits)
      if (items.length > 0) found.push({ ...option, items })
    } else if (fits(option)) {
      found.push(option)
    }
  }
  return found
}
