/** Integrity: what the verification found. */
export const integrity = {
  does_it_all_tie_out: 'Does it all tie out?',
  verify_now: 'Verify now',
  checks: 'Checks',
  not_verified_yet: 'It has not been verified yet. It is, once a day, while Blocktime is open.',
  everything_ties_out: 'Everything ties out.',
  something_does_not_tie_out: 'Something does not tie out.',
  in_order: 'In order',
  not_in_order: 'Not in order',
  verified_by_itself: '{result} Verified by itself on {when}.',
  verified_by: '{result} Verified by {by} on {when}.',
  more_of_these: '{count} more of these.',
} as const
