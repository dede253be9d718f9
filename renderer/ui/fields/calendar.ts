import { readableLocale } from '../../../shared/locale.ts'
import { say } from '../../../shared/words/say.ts'

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** How a calendar is written at the school: its months and weekdays, and the day with which its weeks begin. */
export function calendarOf(locale: string) {
  const language = readableLocale(locale)
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' })
    return (day: string) => format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
  }
  const month = written({ month: 'long', year: 'numeric' })
  return {
    firstDayOfWeek: firstDayOf(language),
    // Schools fly on weekends, too.
    weekendDays: [],
    hideOutsideDates: true,
    monthLabelFormat: month,
    monthsListFormat: written({ month: 'short' }),
    yearLabelFormat: written({ year: 'numeric' }),
    weekdayFormat: written({ weekday: 'short' }),
    ariaLabels: {
      previousMonth: say('ui.dayPreviousMonth'),
      nextMonth: say('ui.dayNextMonth'),
      previousYear: say('ui.dayPreviousYear'),
      nextYear: say('ui.dayNextYear'),
    },
  }
}

interface WeekInfo {
  /** 1 Monday to 7 Sunday */
  readonly firstDay: number
}

/** 0 is Sunday. Older engines have it as a property, newer ones as a function. */
function firstDayOf(language: string): Weekday {
  const locale = new Intl.Locale(language) as Intl.Locale & { weekInfo?: WeekInfo; getWeekInfo?: () => WeekInfo }
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 7 }
  return (firstDay % 7) as Weekday
}
