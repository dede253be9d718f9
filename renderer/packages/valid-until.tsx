import type { PackageStatus } from '../../shared/contract/values.ts'
import { dateText } from '../../shared/date-text.ts'
import type { BusinessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'
import { useSchool } from '../ui/school.tsx'

interface ValidUntilProps {
  readonly lastValid: BusinessDate | null
  readonly status: PackageStatus | null
}

/** Until when something may be invoiced from a package, in words; nothing where it never ends. */
export function ValidUntil({ lastValid, status }: ValidUntilProps) {
  const { locale } = useSchool()
  if (lastValid === null) return null
  const day = dateText(lastValid, locale)
  return <>{status === 'expired' ? say('package_life.endedOn', { day }) : say('package_life.validUntil', { day })}</>
}
