import { CheckStatement } from './check-statement.tsx'
import { ManyStatements } from './many-statements.tsx'
import classes from './statements.module.css'

/** Billing > Statements: many at once, and checking one that is on paper. */
export function StatementsTab() {
  return (
    <div className={classes.tab}>
      <ManyStatements />
      <CheckStatement />
    </div>
  )
}
