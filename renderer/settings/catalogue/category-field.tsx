import { Select } from '@mantine/core'
import { categorySchema, type Category } from '../../../shared/contract/values.ts'
import { say } from '../../../shared/words/say.ts'

/** What the hours of a category are called. */
export function categoryWords(category: Category): string {
  return category === '' ? say('settings.category_none') : say(`records.category_${category}`)
}

/** What the hours of an hour type are of. */
export function CategoryField({ value, onChange }: { value: Category; onChange: (to: Category) => void }) {
  return (
    <Select
      label={say('settings.category')}
      description={say('settings.category_why')}
      data={categorySchema.options.map((category) => ({ value: category, label: categoryWords(category) }))}
      allowDeselect={false}
      value={value}
      onChange={(chosen) => onChange(categorySchema.parse(chosen))}
    />
  )
}
