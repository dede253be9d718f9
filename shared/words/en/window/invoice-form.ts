/** The form of a new invoice, and of one that is corrected. */
export const invoice_form = {
  make: 'Make invoice',
  correct: 'Correct invoice',
  correcting:
    '{ref} of {customer} is voided and replaced by a new invoice with these lines, in one step. The two are linked both ways.',
  paidBefore: 'What was paid',
  paidGoesBack: 'Goes back',
  paidStays: 'Stays for the new invoice',
  customer: '{name} ({number})',
  entry: '{name} ({code})',
  inPackages: 'In the customer’s packages',
  atStandardRate: 'At the standard rate',
  source: '{quantity} available, {name} ({ref})',
  line: 'Line {place}',
  hoursOrItem: 'Hours or item',
  drawnFrom: 'Drawn from',
  agreedAmount: 'Agreed amount',
  lineRemove: 'Remove line {place}',
  onlyAvailable: 'Only {quantity} of {code} is available on {package}. Transfer hours to it first, or:',
  putOther: 'Put the other {quantity} on a line at the standard rate',
  lineAdd: 'Add line',
  otherRate:
    '{code} takes the rate of {day}, {rate} with {tax} % tax. On {ref} it was {before} with {taxBefore} % tax.',
  otherRateKept: 'To keep the amount of before, write it under Agreed amount, or choose an earlier date.',
  ended: '{name} ({ref}) ended on {day}: nothing can be taken from it after that day.',
} as const
