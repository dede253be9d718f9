/** What is owed to the school, on invoices and packages, and how it is worked off. */
export const owed = {
  title: 'What is owed to the school',
  byAge: 'Owed by age',
  byCustomer: 'Owed by customer',
  each: 'Each invoice and package',
  days: 'Days',
  customerNumber: 'Customer number',
  credit: 'Credit on account',
  oldest: 'Oldest, days',
  kind: 'Kind',
  owed: 'Owed',
  toPay: 'For what remains',
  toPaySentence: 'For what remains on the packages, {amount} is still to be paid.',
  belowZeroSentence: 'Accounts below zero come to {amount} besides.',
  takePayment: 'Take payment',
  takePaymentOf: 'Take payment of {ref}',
  statementOf: 'Statement of {name}',
  nothing: 'Nobody owes the school anything.',
  more: '{count, plural, one {# more is in the export.} other {# more are in the export.}}',
  sentence:
    '{total} is owed in all: {invoices} on invoices, {packages} on packages. Of those who owe it, {credit} is on account.',
} as const
