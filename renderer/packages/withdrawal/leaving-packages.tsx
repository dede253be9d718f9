import { Checkbox, Text } from '@mantine/core'
import type { LeavingPackage } from '../../../shared/contract/leaving.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import { useSchool } from '../../ui/school.tsx'
import classes from '../actions/actions.module.css'
import { Workings } from './workings.tsx'

interface LeavingPackagesProps {
  readonly packages: readonly LeavingPackage[]
  /** refs of those that are not left */
  readonly staying: readonly string[]
  readonly onStaying: (refs: readonly string[]) => void
  readonly error: string | null
}

/** The packages of a leaver, each with its workings; one that is unticked stays. */
export function LeavingPackages({ packages, staying, onStaying, error }: LeavingPackagesProps) {
  const school = useSchool()
  if (packages.length === 0) return <Text size="sm">{say('withdrawal.noneToLeave')}</Text>
  return (
    <Checkbox.Group
      label={say('withdrawal.leaveFrom')}
      error={error}
      value={packages.flatMap(({ ref }) => (staying.includes(ref) ? [] : [ref]))}
      onChange={(left) => onStaying(packages.flatMap(({ ref }) => (left.includes(ref) ? [] : [ref])))}
    >
      <div className={classes.fields}>
        {packages.map((pack) => (
          <div key={pack.ref}>
            <Checkbox
              value={pack.ref}
              label={say('withdrawal.leaveOf', {
                name: pack.packageName,
                ref: pack.ref,
                amount: moneyText(pack.refund, school),
              })}
            />
            {!staying.includes(pack.ref) && <Workings withdrawal={pack} />}
          </div>
        ))}
      </div>
    </Checkbox.Group>
  )
}
