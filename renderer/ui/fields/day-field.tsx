import { ActionIcon, CloseButton, Group, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { longDateText } from '../../../shared/date-text.ts'
import { businessDate, type BusinessDate } from '../../../shared/dates.ts'
import { typedDay, typedDayText } from '../../../shared/typed-day.ts'
import { say } from '../../../shared/words/say.ts'
import { calendarOf } from './calendar.ts'
import { useSchool } from '../school.tsx'
import { useToday } from './today.ts'

/** Escape closes the calendar first, and only then what the field stands in. */
const STAYS_OPEN = { 'data-mantine-stop-propagation': true }

interface DayFieldProps {
  readonly label: string
  readonly value: BusinessDate | null
  /** null: left empty */
  readonly onChange: (value: BusinessDate | null) => void
  readonly error?: string | null
  /** how the button is called that empties the field */
  readonly clear?: string
  /** what an empty field stands for */
  readonly empty?: string
  readonly width?: number
  readonly description?: string
  readonly disabled?: boolean
}

/** A business date in the order in which the school writes it: typed, or chosen from a calendar (Alt and arrow down). */
export function DayField(props: DayFieldProps) {
  const { label, value, error = null, clear, empty, width, description, disabled = false } = props
  const { locale } = useSchool()
  const today = useToday()
  const day = useDay(props)
  const canClear = clear !== undefined && day.typed !== ''
  return (
    <Popover
      opened={day.opened}
      onChange={day.setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <TextInput
          ref={day.field}
          label={label}
          value={day.typed}
          disabled={disabled}
          {...(description === undefined ? {} : { description })}
          maxLength={40}
          autoComplete="off"
          {...(width === undefined ? {} : { w: width })}
          onChange={(event) => day.take(event.currentTarget.value)}
          onKeyDown={day.press}
          {...(day.opened ? STAYS_OPEN : {})}
          {...(empty === undefined ? {} : { placeholder: empty })}
          onBlur={day.leave}
          error={day.unread ?? error}
          rightSectionWidth={canClear ? 60 : 34}
          rightSection={
            <Group gap={2} wrap="nowrap">
              {canClear && <CloseButton size="sm" aria-label={clear} onClick={() => day.choose(null)} />}
              <CalendarButton opened={day.opened} onClick={() => day.setOpened(!day.opened)} />
            </Group>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={say('ui.dayCalendar')}>
        <DatePicker
          {...calendarOf(locale)}
          defaultDate={value ?? today}
          value={value}
          onChange={(chosen) => chosen !== null && day.choose(businessDate(chosen))}
          __stopPropagation
          getDayProps={(shown) => ({
            'aria-label': longDateText(businessDate(shown), locale),
            // Where the focus begins.
            ...(shown === (value ?? today) ? { 'data-autofocus': true } : {}),
          })}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Beside the field, and not on the way of the keyboard through a form. */
function CalendarButton({ opened, onClick }: { opened: boolean; onClick: () => void }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      tabIndex={-1}
      aria-label={say('ui.dayCalendar')}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <IconCalendar size={16} stroke={1.6} aria-hidden="true" />
    </ActionIcon>
  )
}

/** What is typed and chosen. What is no day is said, and never recorded as another one. */
function useDay({ value, onChange, disabled = false }: DayFieldProps) {
  const { locale } = useSchool()
  const today = useToday()
  const field = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState(false)
  const [unread, setUnread] = useState<string | null>(null)
  const [typed, setTyped] = useTyped(value, locale)
  const isRead = () => {
    if (typedDay(typed, locale, today) !== null || typed.trim() === '') return true
    setUnread(say('ui.dayUnread', { typed: typed.trim(), example: typedDayText(today, locale) }))
    return false
  }
  useNotSent(field, disabled ? () => true : isRead)
  return {
    field,
    opened,
    setOpened,
    unread,
    typed,
    take: (text: string) => {
      setTyped(text)
      setUnread(null)
      const day = typedDay(text, locale, today)
      if (day !== null) onChange(day)
      else if (text.trim() === '') onChange(null)
    },
    choose: (day: BusinessDate | null) => {
      setTyped(textOf(day, locale))
      setUnread(null)
      setOpened(false)
      onChange(day)
      field.current?.focus()
    },
    press: (event: KeyboardEvent) => {
      if (event.altKey && event.key === 'ArrowDown') setOpened(true)
      else if (event.key !== 'Enter' || isRead()) return
      event.preventDefault()
    },
    leave: () => {
      // In a form, what is no day stays as it was typed, and the form is not sent with another one. Elsewhere nothing
      // is sent: the field says what is wrong, and shows again which day is meant below it.
      if (isRead() || !field.current?.form) setTyped(textOf(value, locale))
    },
  }
}

/** Holds back the form that the field stands in while the field cannot be read, whichever way it is sent. */
function useNotSent(field: RefObject<HTMLInputElement | null>, isRead: () => boolean): void {
  useEffect(() => {
    const form = field.current?.form
    const hold = (event: SubmitEvent) => {
      if (isRead()) return
      event.preventDefault()
      // React listens further out: it does not hear of it.
      event.stopPropagation()
      field.current?.focus()
    }
    form?.addEventListener('submit', hold)
    return () => form?.removeEventListener('submit', hold)
  })
}

/** The text of the field: what is typed, until another day comes from outside. */
function useTyped(value: BusinessDate | null, locale: string): readonly [string, (text: string) => void] {
  const today = useToday()
  const [typed, setTyped] = useState(textOf(value, locale))
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    if (typedDay(typed, locale, today) !== value) setTyped(textOf(value, locale))
  }
  return [typed, setTyped]
}

function textOf(value: BusinessDate | null, locale: string): string {
  return value === null ? '' : typedDayText(value, locale)
}
