import type { PackageMember } from '../../shared/contract/packages.ts'
import { dateText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { useSchool } from '../ui/school.tsx'

/** Who else flies from a package now; nothing where nobody does. */
export function MembersLine({ members }: { members: readonly PackageMember[] }) {
  const { locale } = useSchool()
  const now = members.filter(({ until }) => until === null)
  if (now.length === 0) return null
  const names = now.map(({ name, from }) => say('package_life.memberSince', { name, day: dateText(from, locale) }))
  return <>{say('package_life.membersNow', { members: names.join('; ') })}</>
}
