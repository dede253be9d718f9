import { useState } from 'react'
import { businessDateAt, type BusinessDate } from '../../../shared/dates.ts'
import { useSchool } from '../school.tsx'

/** Today's business date at the school, as it was when this first showed it. */
export function useToday(): BusinessDate {
  const { timeZone } = useSchool()
  const [today] = useState(() => businessDateAt(new Date(), timeZone))
  return today
}
