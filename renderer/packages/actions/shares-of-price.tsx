import type { Offer } from '../../../shared/contract/catalogue.ts'
import type { Cents } from '../../../shared/money.ts'
import { say } from '../../../shared/words/say.ts'
import { Money } from '../../ui/money.tsx'
import classes from './actions.module.css'

/** What of an agreed price each line gets, beside what it would come to at the list price. */
export function SharesOfPrice({ offer, shares }: { offer: Offer; shares: readonly Cents[] }) {
  if (shares.length !== offer.lines.length) return null
  return (
    <table className={classes.shares} aria-label={say('package_life.shares')}>
      <thead>
        <tr>
          <th scope="col">{say('package_life.line')}</th>
          <th scope="col">{say('package_life.atListPrice')}</th>
          <th scope="col">{say('package_life.asAgreed')}</th>
        </tr>
      </thead>
      <tbody>
        {offer.lines.map(({ code, name, amount }, place) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            <td>
              <Money amount={amount} />
            </td>
            <td>
              <Money amount={shares[place] ?? amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
