import { expect, it } from 'vitest'
import { historyEntry } from '../../electron/reports/packages/history-entry.ts'
import { wholeHistory } from '../../electron/reports/packages/package-history.ts'
import { Scenario } from '../billing/scenario.ts'

it('an entry says who paid, who is the member, and what took it back', async () => {
  const school = await Scenario.start()
  await school.plays(`
    add_to_package CP-1 customer=C-1 package=BLOCK
    package_payment PAY-1 package=CP-1 customer=C-2 amount=900.00 method=check
    add_member MEM-1 package=CP-1 customer=C-2
    package_payment PAY-2 package=CP-1 amount=100.00 method=card
    package_refund REF-1 package=CP-1 customer=C-2 amount=10.00 method=account
    payment_reversal REV-1 package=CP-1 to=PAY-1 note=returned`)
  const said = await school.database.read(async (db) => {
    const rows = await wholeHistory(db, 'CP-1', null)
    const details = await Promise.all(rows.map(({ entry }) => historyEntry(db, 'CP-1', entry)))
    return details.map((found) => {
      if (!found.ok) throw new Error(found.failure.message)
      const { row, person, undoneBy, counterpart, reversible } = found.value
      return [row.ref, person?.name ?? '', undoneBy ?? '', counterpart ?? '', reversible]
    })
  })
  expect(said).toEqual([
    ['CP-1', '', '', '', false],
    ['PAY-1', 'Jun Tanaka', 'REV-1', '', false],
    ['MEM-1', 'Jun Tanaka', '', '', false],
    ['PAY-2', '', '', '', true],
    ['REF-1', 'Jun Tanaka', '', '', false],
    ['REV-1', '', '', 'PAY-1', false],
  ])
})
