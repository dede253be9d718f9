/** What a leaver gets back, and the workings of it. */
export const withdrawal = {
  title: 'Withdrawal',
  paperTitle: 'Withdrawal {ref}',
  workings: 'Workings',
  printWorkings: 'Print the workings',
  nothingBack: 'Nothing is given back under the school’s policy.',
  toGiveBack: 'To give back',
  note: 'Withdrawal. Kept: {kept}',
} as const
