import { useMemo } from 'react'
import { categorySchema, type Category } from '../../../shared/contract/values.ts'
import { say } from '../../../shared/words/say.ts'
import { useCatalogue } from '../../invoices/invoices-queries.ts'

/** The id of the column of a category's hours. */
export function categoryColumnId(category: Category): string {
  return `hours-${category === '' ? 'none' : category}`
}

export function categoryHeader(category: Category): string {
  return say('columns.hours_of', { category: category === '' ? 'none' : category })
}

/** The categories of the school's hour types, in their order; none where it has not given any. */
export function useHourCategories(): readonly Category[] {
  const catalogue = useCatalogue()
  return useMemo(() => {
    const hours = (catalogue.data?.entries ?? []).filter(({ kind }) => kind === 'hour')
    const there = new Set(hours.map(({ category }) => category))
    const named = categorySchema.options.filter((category) => category !== '' && there.has(category))
    return named.length === 0 ? [] : there.has('') ? [...named, '' as const] : named
  }, [catalogue.data])
}
