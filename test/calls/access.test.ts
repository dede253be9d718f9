import { expect, it } from 'vitest'
import { actions } from '../../electron/billing/actions/index.ts'
import { contract } from '../../electron/calls/contract.ts'
import { PERMISSIONS } from '../../shared/permissions.ts'

// Who may call what, said a second time and by hand: whoever changes the contract says here that it is meant. A call
// that lost its permission would pass every test that is made from the contract itself. An action that is new says it in
// its own file, once; it may not be left to everybody.

const ACCESS: readonly (readonly [access: string, calls: string])[] = [
  [
    'Access Billing Tab',
    `
      catalogue.list customers.paidFor customers.records invoices.export invoices.get invoices.list
      offers.list outbox.list outbox.settle packages.balance packages.count packages.endings packages.explain packages.export
      packages.history packages.historyEntry packages.list packages.payers packages.runningLow
      places.choose places.dialog policies.get school.logo statements.archivePiece statements.batch
      statements.cancelBatch statements.check statements.places statements.resumeBatch statements.startBatch statements.unwritten
    `,
  ],
  [
    'Create Invoices',
    `
      customers.create customers.edit customers.like invoices.make invoices.make.preview packages.add
      packages.add.preview
    `,
  ],
  [
    'Issue Refunds',
    `
      accounts.withdraw accounts.withdraw.preview invoices.refund invoices.refund.preview
      invoices.reversePayment invoices.reversePayment.preview packages.refund packages.refund.preview
      payments.reverse payments.reverse.preview
    `,
  ],
  [
    'Manage Packages',
    `
      catalogue.add catalogue.edit catalogue.rateSentence catalogue.records catalogue.removeRate
      catalogue.setRate offers.create offers.edit offers.price offers.records offers.setActive
      packages.remove packages.remove.preview packages.return packages.return.preview
    `,
  ],
  [
    'Manage Settings',
    `
      backups.configure backups.list backups.look backups.make backups.restore backups.status
      bringOver.read bringOver.record customers.erase customers.erasure customers.merge
      customers.merge.preview openings.account openings.account.preview openings.payment
      openings.payment.preview openings.reverse openings.reverse.preview openings.use
      openings.use.preview place.choose place.look place.state policies.set school.import school.importProgress school.records school.setLogo
      school.setUp statements.settleFolder
    `,
  ],
  [
    'Manage Users',
    `
      roles.list roles.set users.create users.edit users.list users.records users.setPassword
    `,
  ],
  [
    'Reconcile',
    `
      closings.close closings.expected closings.list closings.reopen integrity.run integrity.status
      reconcile.accept reconcile.acceptExact reconcile.accepting reconcile.files reconcile.notOurs
      reconcile.preview reconcile.reject reconcile.removeFile reconcile.reopen reconcile.reversible
      reconcile.settled reconcile.sources reconcile.split reconcile.take reconcile.work
    `,
  ],
  [
    'Take Payments',
    `
      accounts.deposit accounts.deposit.preview invoices.pay invoices.pay.preview packages.pay
      packages.pay.preview payments.take payments.take.preview
    `,
  ],
  [
    'View All Student Enrollments',
    `
      customers.export customers.list
    `,
  ],
  [
    'Void Invoices',
    `
      invoices.delete invoices.delete.preview invoices.void invoices.void.preview
    `,
  ],
  [
    'anyone',
    `
      help.diagnostics session.return session.signIn session.signInAs start.createSchool
      start.importSchool start.openDemonstration start.setAdministrator start.state trouble.choosePlace trouble.copies
      trouble.enter trouble.goOn trouble.look trouble.lookAt trouble.place trouble.readOn trouble.restore trouble.retry trouble.state
    `,
  ],
  [
    'signed_in',
    `
      backups.standing changes.heard changes.since commands.outcome commands.unanswered customers.mine
      customers.overview papers.invoice papers.receipt preferences.read preferences.setColorScheme
      session.changePassword session.current session.lock session.setPin session.signOut statements.file
      statements.issue statements.show
    `,
  ],
  [
    'Access Billing Tab or Adjust Packages',
    `
      packages.addMember packages.addMember.preview packages.adjust packages.adjust.preview
      packages.changeEnd packages.changeEnd.preview packages.changeEnds packages.changeEnds.preview
      packages.lapse packages.lapse.preview packages.removeMember packages.removeMember.preview
    `,
  ],
  [
    'Access Billing Tab or Issue Refunds',
    `
      packages.withdrawal
    `,
  ],
  [
    'Access Billing Tab or Manage Packages',
    `
      customers.leave customers.leave.preview customers.leaving
    `,
  ],
  [
    'Access Billing Tab or Reconcile',
    `
      ledger.export reports.activity reports.aging reports.export reports.liability
      reports.liabilityPackages reports.owed
    `,
  ],
  [
    'Access Billing Tab or Transfer Package Hours',
    `
      packages.transferFunds packages.transferFunds.preview packages.transferHours
      packages.transferHours.preview
    `,
  ],
  [
    'Access Billing Tab or View All Student Enrollments',
    `
      customers.allData
    `,
  ],
  [
    'Issue Refunds or Take Payments',
    `
      payments.correct payments.correct.preview
    `,
  ],
  [
    'Reconcile or Manage Settings',
    `
      integrity.rebuild
    `,
  ],
  [
    'Void Invoices or Create Invoices',
    `
      invoices.correct invoices.correct.preview
    `,
  ],
]

it('every call asks for the permission that it is meant to ask for', () => {
  const said = ACCESS.flatMap(([access, calls]) =>
    calls
      .trim()
      .split(/\s+/)
      .map((call) => [call, access] as const),
  )
  const named = new Set<string>(said.map(([call]) => call))
  const ofActions = new Set(Object.values(actions).flatMap(({ call }) => [call, `${call}.preview`]))
  const isNew = (call: string) => !named.has(call) && ofActions.has(call)
  const asked = Object.entries(contract).map(([call, { access }]) => [call, [access].flat()] as const)
  const known = asked.filter(([call]) => !isNew(call)).map(([call, access]) => [call, access.join(' or ')] as const)
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(said))
  const permissions: readonly string[] = PERMISSIONS
  for (const [call, access] of asked.filter(([name]) => isNew(name)))
    expect(
      access.filter((each) => !permissions.includes(each)),
      call,
    ).toEqual([])
})
