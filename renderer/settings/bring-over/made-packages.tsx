import { Title } from '@mantine/core'
import type { MadePackageShown } from '../../../shared/contract/bring-over.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { quantityText } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import { useSchool } from '../../ui/school.tsx'
import classes from './bring-over.module.css'

/** The packages that will be made on the way: what is in them, and at which rates. */
export function MadePackages({ packages }: { packages: readonly MadePackageShown[] }) {
  const school = useSchool()
  if (packages.length === 0) return null
  const title = say('bring_over.packages', { count: packages.length })
  return (
    <>
      <Title order={3} size="h5" mt={20}>
        {title}
      </Title>
      <ul className={classes.students} aria-label={title}>
        {packages.map(({ code, price, lines }) => (
          <li key={code}>
            <strong>{say('bring_over.packageIs', { code, price: moneyText(price, school) })}</strong>
            <div className={classes.quiet}>{lines.map(lineText).join(' · ')}</div>
          </li>
        ))}
      </ul>
    </>
  )
}

function lineText({ name, quantity, rate, isStandard }: MadePackageShown['lines'][number]): string {
  const words = { name, quantity: quantityText(quantity), rate }
  return isStandard ? say('bring_over.madeLineStandard', words) : say('bring_over.madeLineIs', words)
}
