import { Kbd } from '@mantine/core'
import { useSchool } from '../../ui/school.tsx'
import { numberFormat } from '../../../shared/number-format.ts'
import type { LoadedPackages } from './loaded-packages.ts'
import classes from './packages-tab.module.css'

/** How many rows there are, and the keys that work on them. */
export function PackagesCaption({ packages, filtered }: { packages: LoadedPackages; filtered: boolean }) {
  return (
    <div className={classes.caption}>
      <span role="status">
        <Counted packages={packages} filtered={filtered} />
      </span>
      <span className={classes.keys} aria-hidden="true" hidden={!packages.count}>
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> rows
        </span>
        <span>
          <Kbd size="xs">Enter</Kbd> balances
        </span>
        <span>
          <Kbd size="xs">/</Kbd> find
        </span>
      </span>
    </div>
  )
}

function Counted({ packages, filtered }: { packages: LoadedPackages; filtered: boolean }) {
  const { locale } = useSchool()
  if (packages.counted === null || packages.isRefreshing) return null
  const number = numberFormat(locale, {})(String(packages.counted))
  if (packages.isBehind) return <>Loading rows…</>
  const noun = packages.counted === 1 ? 'customer package' : 'customer packages'
  return <>{filtered ? `${number} ${noun} found` : `${number} ${noun}`}</>
}
