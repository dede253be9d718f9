import type { MONEY_FIGURES, PackageBalance } from '../../../shared/contract/packages.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { Bar } from '../../ui/bar.tsx'
import { useSchool } from '../../ui/school.tsx'
import { toPayReason } from '../../../shared/to-pay-words.ts'
import { FigureButton } from './explain.tsx'
import classes from './balance.module.css'
import { say } from '../../../shared/words/say.ts'
import { Said } from '../../ui/said.tsx'

type MoneyFigure = Exclude<(typeof MONEY_FIGURES)[number], 'toPay'>

/** The amounts that people confuse, each under its own name. */
const LABELS: readonly (readonly [MoneyFigure, string, string])[] = [
  ['price', say('balance.price'), say('balance.priceMeaning')],
  ['paid', say('balance.paid'), say('balance.paidMeaning')],
  ['owed', say('balance.owed'), say('balance.owedMeaning')],
  ['funds', say('balance.funds'), say('balance.fundsMeaning')],
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
            {figure === 'funds' && balance.funds < 0 ? <strong>{say('balance.usedBeforePaid')}</strong> : meaning}
          </dd>
          {figure === 'owed' && <ToPay balance={balance} />}
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

/** Beside what is owed, wherever the two differ: what is still to be paid for what remains, and why. */
function ToPay({ balance: { owed, toPay } }: { balance: PackageBalance }) {
  const school = useSchool()
  const reason = toPayReason(owed, toPay, school)
  if (reason === null) return null
  return (
    <dd className={classes.meaning}>
      <Said
        of="balance.toPayIs"
        parts={{
          amount: (
            <FigureButton
              figure={{ of: 'package', figure: 'toPay' }}
              label={say('balance.toPay')}
              text={moneyText(toPay, school)}
            />
          ),
        }}
      />
      <div>{reason}</div>
    </dd>
  )
}
