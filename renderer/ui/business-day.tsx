import type { BusinessDate } from '../../shared/dates.ts'
import { dateText, longDateText } from '../../shared/date-text.ts'
import { useSchool } from './school.tsx'

/** A business date on a screen, in the school's locale. */
export function BusinessDay({ date, long = false }: { date: BusinessDate; long?: boolean }) {
  const { locale } = useSchool()
  return <time dateTime={date}>{long ? longDateText(date, locale) : dateText(date, locale)}</time>
}
