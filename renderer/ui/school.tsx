import { createContext, use, type ReactNode } from 'react'
import type { School } from '../../shared/contract/start.ts'

const SchoolContext = createContext<School | null>(null)

/** Hands the school down: its currency, locale and time zone decide how everything reads. */
export function SchoolProvider({ school, children }: { school: School; children: ReactNode }) {
  return <SchoolContext value={school}>{children}</SchoolContext>
}

export function useSchool(): School {
  const school = use(SchoolContext)
  if (!school) throw new Error('useSchool is outside of SchoolProvider')
  return school
}

/** The school's locale; before there is a school, the computer's. */
export function useLocale(): string {
  return use(SchoolContext)?.locale ?? navigator.language
}
