import type { Mapping } from '../../../shared/contract/reconcile-file.ts'

/** The mapping with words as somebody said them, in the place of what was said of them before. */
export function withWords(mapping: Mapping, words: Mapping['words']): Mapping {
  const isSaid = ({ column, value }: Mapping['words'][number]) =>
    words.some((said) => said.column === column && said.value === value)
  return { ...mapping, words: [...mapping.words.filter((word) => !isSaid(word)), ...words] }
}
