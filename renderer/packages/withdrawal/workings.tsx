import type { Withdrawal } from '../../../shared/contract/policies.ts'
import { Money } from '../../ui/money.tsx'
import classes from './withdrawal.module.css'
import { say } from '../../../shared/words/say.ts'

/** The workings of a withdrawal: amounts that add up to what is given back. */
export function Workings({ withdrawal }: { withdrawal: Withdrawal }) {
  return (
    <table className={classes.workings} aria-label={say('withdrawal.workings')}>
      <tbody>
        {withdrawal.workings.map(({ words, amount }) => (
          <tr key={words}>
            <td>{words}</td>
            <td className="number">
              <Money amount={amount} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('withdrawal.toGiveBack')}</th>
          <td className="number">
            <Money amount={withdrawal.refund} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
