/** What a leaver gets back, and the workings of it. */
export const withdrawal = {
  title: 'Withdrawal',
  paperTitle: 'Withdrawal {ref}',
  workings: 'Workings',
  printWorkings: 'Print the workings',
  nothingBack: 'Nothing is given back under the school’s policy.',
  toGiveBack: 'To give back',
  note: 'Withdrawal. Kept: {kept}',
  unspent_package_funds: 'Unspent package funds',
  used_at_standard_rate: '{hours} of {code} used: {standard} at the standard rate, {charged} charged',
  administration_fee_percent: 'Administration fee, {percent} % of {unused}',
  administration_fee: 'Administration fee',
  administration_fee_capped: 'Administration fee, {percent} % of {unused}, at most {most}',
  not_asked_for_from_the_customer: 'Not asked for from the customer',
} as const
