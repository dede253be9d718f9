import type { MONEY_FIGURES, PackageBalance } from '../../../shared/contract/packages.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { Bar } from '../../ui/bar.tsx'
import { useSchool } from '../../ui/school.tsx'
import { FigureButton } from './explain.tsx'
import classes from './balance.module.css'

type MoneyFigure = (typeof MONEY_FIGURES)[number]

/** The amounts that people confuse, each under its own name. */
const LABELS: readonly (readonly [MoneyFigure, string, string])[] = [
  ['price', 'Total package price', 'Fixed when added'],
  ['paid', 'Amount paid', 'Payments less refunds'],
  ['owed', 'Amount owed', 'Price less payments'],
  ['funds', 'Package funds', 'Not yet drawn by invoices'],
]

/** The four money figures of a customer package. */
export function PackageFigures({ balance }: { balance: PackageBalance }) {
  const school = useSchool()
  return (
    <dl className={classes.figures}>
      {LABELS.map(([figure, label, meaning]) => (
        <div key={figure} className={classes.figureCell}>
          <dt>{label}</dt>
          <dd>
            <FigureButton
              size="large"
              figure={{ of: 'package', figure }}
              label={label}
              text={moneyText(balance[figure], school)}
            />
          </dd>
          <dd className={classes.meaning}>
            {figure === 'funds' && balance.funds < 0 ? <strong>Used before paid</strong> : meaning}
          </dd>
          {figure === 'paid' && balance.price > 0 && (
            <dd className={classes.paidBar}>
              <Bar included={balance.price} remaining={balance.paid} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
