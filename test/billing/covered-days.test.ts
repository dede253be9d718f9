import { it } from 'vitest'
import { Scenario } from './scenario.ts'

const LATER = `
  add_to_package CP-1 customer=C-1 package=BLOCK date=2026-01-05
  package_payment PAY-1 package=CP-1 amount=1871.74 method=card date=2026-01-05
  payment_reversal REV-1 package=CP-1 to=PAY-1 note=returned date=2026-01-20
  account_deposit DEP-1 customer=C-1 amount=500.00 method=ach date=2026-01-20
  package_payment PAY-2 package=CP-1 amount=1000.00 method=card date=2026-01-22
  invoice INV-1 customer=C-1 package=CP-1 code=C172 quantity=4 date=2026-01-23
  invoice_payment INV-1 method=package date=2026-01-23
  invoice_void INV-1 note=mistake date=2026-01-25
`

it('a refusal says how much there was on which day, wherever that is not today', async () => {
  const school = await Scenario.start()
  await school.plays(LATER)
  await school.refuses(
    'package_payment P-1 package=CP-1 amount=1.00 method=card date=2026-01-06',
    'more_than_owed',
    '$1.00 is more than the $0.00 owed on CP-1 on Jan 6, 2026.',
  )
  await school.refuses(
    'account_withdrawal W-1 customer=C-1 amount=1.00 method=cash date=2026-01-19',
    'more_than_account',
    "The customer's account holds $0.00 on Jan 19, 2026, less than $1.00.",
  )
  await school.refuses(
    'package_refund R-1 package=CP-1 amount=900.00 method=card date=2026-01-22',
    'more_than_funds',
    '$900.00 is more than the $251.30 of unspent funds on CP-1 on Jan 23, 2026.',
  )
  await school.refuses(
    'invoice I-1 customer=C-1 package=CP-1 code=C172 quantity=7 date=2026-01-24',
    'more_than_available',
    'Only 6.00 of C172 is available on CP-1 on Jan 24, 2026.',
  )
  await school.refuses(
    'package_payment P-1 package=CP-1 amount=900.00 method=card date=2026-02-01',
    'more_than_owed',
    '$900.00 is more than the $871.74 owed on CP-1.',
  )
  await school.verifies()
})

it('a member who is none on that day is told of which days', async () => {
  const school = await Scenario.start()
  await school.plays(`
    add_to_package CP-1 customer=C-1 package=BLOCK date=2026-01-05
    add_member M-1 customer=C-2 package=CP-1 date=2026-01-10
    remove_member M-2 customer=C-2 package=CP-1 date=2026-01-20`)
  const drawn = (day: string) => `invoice I-1 customer=C-2 package=CP-1 code=C172 quantity=1 date=${day}`
  await school.refuses(
    drawn('2026-01-09'),
    'wrong_date',
    'C-2 is a member of CP-1 from Jan 10, 2026 on: nothing can be drawn from it on Jan 9, 2026.',
  )
  await school.refuses(
    drawn('2026-01-20'),
    'wrong_date',
    'C-2 is no member of CP-1 any more since Jan 20, 2026: nothing can be drawn from it on Jan 20, 2026.',
  )
  await school.plays(drawn('2026-01-19'))
  await school.refuses(
    'invoice I-2 customer=C-1 package=CP-2 code=C172 quantity=1 date=2026-01-19',
    'not_found',
    'There is no customer package CP-2.',
  )
})
