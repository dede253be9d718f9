import { actionWords } from '../../shared/action-words.ts'
import type { Standing, Statement, StatementPackage } from '../../shared/contract/statements.ts'
import { longDateText } from '../../shared/date-text.ts'
import { moneyText, signedMoneyText } from '../../shared/money-text.ts'
import { quantityDisplay, signedQuantityDisplay } from '../../shared/quantity-text.ts'
import { BusinessDay } from '../ui/business-day.tsx'
import { Money } from '../ui/money.tsx'
import { Quantity } from '../ui/quantity.tsx'

/** A statement as it is printed: the same numbers as in its PDF, from the same document. */
export function StatementSheet({ statement }: { statement: Statement }) {
  const { school, customer } = statement
  return (
    <>
      <h1>Balance statement</h1>
      <dl>
        <dt>Customer</dt>
        <dd>
          {customer.name} ({customer.number})
        </dd>
        <dt>As of</dt>
        <dd>{longDateText(statement.asOf, school.locale)}</dd>
        <dt>Statement</dt>
        <dd>
          {statement.number ?? 'not issued yet'}, made <BusinessDay date={statement.date} />
        </dd>
        <dt>Activity</dt>
        <dd>{statement.from === null ? 'from the beginning' : <BusinessDay date={statement.from} />}</dd>
      </dl>
      {statement.packages.map((pack) => (
        <PackageOf key={pack.ref} pack={pack} statement={statement} />
      ))}
      <p>
        Rests on the ledger up to entry {statement.head.entry}. Fingerprint {statement.fingerprint}.
      </p>
    </>
  )
}

function PackageOf({ pack, statement }: { pack: StatementPackage; statement: Statement }) {
  return (
    <section>
      <h2>
        {pack.packageName} ({pack.ref})
      </h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">Total package price</th>
            <td className="number">
              <Money amount={pack.price} />
            </td>
            <th scope="row">Amount paid</th>
            <td className="number">
              <Money amount={pack.paid} />
            </td>
            <th scope="row">Amount owed</th>
            <td className="number">
              <Money amount={pack.owed} />
            </td>
            <th scope="row">Package funds</th>
            <td className="number">
              <Money amount={pack.funds} />
            </td>
          </tr>
        </tbody>
      </table>
      <Lines pack={pack} hours caption="Hours" />
      <Lines pack={pack} hours={false} caption="Products and services" />
      <Activity pack={pack} statement={statement} />
      <Pending pack={pack} />
      {pack.inWords.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

function Lines({ pack, hours, caption }: { pack: StatementPackage; hours: boolean; caption: string }) {
  const lines = pack.lines.filter(({ kind }) => (kind === 'hour') === hours)
  if (lines.length === 0) return null
  return (
    <table>
      <thead>
        <tr>
          <th>{caption}</th>
          <th className="number">Included</th>
          <th className="number">Used</th>
          <th className="number">Remaining</th>
          <th className="number">Dollars used</th>
          <th className="number">Dollars remaining</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td>{line.name}</td>
            {[line.included, line.used, line.remaining].map((quantity, place) => (
              // The three always stand in this order.
              // oxlint-disable-next-line no-array-index-key
              <td key={place} className="number">
                <Quantity amount={quantity} kind={line.kind} />
              </td>
            ))}
            <td className="number">
              <Money amount={line.dollarsUsed} />
            </td>
            <td className="number">
              <Money amount={line.dollarsRemaining} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Activity({ pack, statement }: { pack: StatementPackage; statement: Statement }) {
  const { school } = statement
  const kindOf = (line: number) => pack.lines.find((known) => known.line === line)?.kind ?? 'hour'
  return (
    <table>
      <thead>
        <tr>
          <th>Date</th>
          <th>Action</th>
          <th className="number">Amount</th>
          <th className="number">Paid</th>
          <th className="number">Funds</th>
          <th className="number">Hours and items</th>
        </tr>
      </thead>
      <tbody>
        <StandingRow name="Opening balance" standing={pack.opening} pack={pack} statement={statement} />
        {pack.activity.map((action) => (
          <tr key={action.entry}>
            <td>
              <BusinessDay date={action.date} />
            </td>
            <td>
              {actionWords(action.action)} {action.ref}
            </td>
            <td className="number">
              <Money amount={action.amount} />
            </td>
            <td className="number">{action.paidChange !== 0 && signedMoneyText(action.paidChange, school)}</td>
            <td className="number">{action.fundsChange !== 0 && signedMoneyText(action.fundsChange, school)}</td>
            <td className="number">
              {action.lines.map(({ line, code, remainingChange, dollarsRemainingChange }) => (
                <div key={line}>
                  {code} {signedQuantityDisplay(remainingChange, kindOf(line), school.locale)}{' '}
                  {signedMoneyText(dollarsRemainingChange, school)}
                </div>
              ))}
            </td>
          </tr>
        ))}
        <StandingRow name="Closing balance" standing={pack.closing} pack={pack} statement={statement} />
      </tbody>
    </table>
  )
}

interface StandingRowProps {
  readonly name: string
  readonly standing: Standing
  readonly pack: StatementPackage
  readonly statement: Statement
}

function StandingRow({ name, standing, pack, statement: { school } }: StandingRowProps) {
  const held = standing.lines.filter(({ remaining, dollarsRemaining }) => remaining !== 0 || dollarsRemaining !== 0)
  return (
    <tr className="standing">
      <th scope="row" colSpan={3}>
        {name}
      </th>
      <td className="number">
        <Money amount={standing.paid} />
      </td>
      <td className="number">
        <Money amount={standing.funds} />
      </td>
      <td className="number">
        {held.map(({ line, remaining, dollarsRemaining }) => {
          const found = pack.lines.find((known) => known.line === line)
          return (
            <div key={line}>
              {found?.code} {quantityDisplay(remaining, found?.kind ?? 'hour', school.locale)}{' '}
              {moneyText(dollarsRemaining, school)}
            </div>
          )
        })}
      </td>
    </tr>
  )
}

function Pending({ pack }: { pack: StatementPackage }) {
  if (pack.pending.length === 0) return null
  return (
    <table>
      <caption>Pending on invoices that are not paid yet; not part of the balances above</caption>
      <tbody>
        {pack.pending.map((line) => (
          <tr key={`${line.ref} ${line.code}`}>
            <td>{line.ref}</td>
            <td>{line.name}</td>
            <td className="number">
              <Quantity amount={line.quantity} kind={line.kind} />
            </td>
            <td className="number">
              <Money amount={line.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
