import { Kbd } from '@mantine/core'
import { useSchool } from '../../ui/school.tsx'
import { numberFormat } from '../../../shared/number-format.ts'
import type { LoadedPackages } from './loaded-packages.ts'
import classes from './packages-tab.module.css'
import { say } from '../../../shared/words/say.ts'
import { Said } from '../../ui/said.tsx'

/** How many rows there are, and the keys that work on them. */
export function PackagesCaption({ packages, filtered }: { packages: LoadedPackages; filtered: boolean }) {
  return (
    <div className={classes.caption}>
      <span role="status">
        <Counted packages={packages} filtered={filtered} />
      </span>
      <span className={classes.keys} aria-hidden="true" hidden={!packages.count}>
        <span>
          <Said of="packages.keysRows" parts={{ up: <Kbd size="xs">↑</Kbd>, down: <Kbd size="xs">↓</Kbd> }} />
        </span>
        <span>
          <Said of="packages.keysBalances" parts={{ enter: <Kbd size="xs">{say('packages.keyEnter')}</Kbd> }} />
        </span>
        <span>
          <Said of="packages.keysFind" parts={{ slash: <Kbd size="xs">/</Kbd> }} />
        </span>
      </span>
    </div>
  )
}

function Counted({ packages, filtered }: { packages: LoadedPackages; filtered: boolean }) {
  const { locale } = useSchool()
  if (packages.counted === null || packages.isRefreshing) return null
  const number = numberFormat(locale, {})(String(packages.counted))
  if (packages.isBehind) return <>{say('packages.loadingRows')}</>
  return <>{say(filtered ? 'packages.countFound' : 'packages.count', { count: packages.counted, number })}</>
}
