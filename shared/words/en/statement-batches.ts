/** Statements of many packages that were broken off, and how they are finished. */
export const statement_batches = {
  papers_missing: 'Statements of an earlier batch have a number, and their paper is missing.',
  papers_missing_remedy: 'Write the missing ones first, or let them go.',
  nothing_left: 'No batch of statements was broken off.',
  nothing_left_remedy: 'Look into the folder: they are there.',
  broken_off:
    'The statements were broken off: {done} of {total} are in {into}. {missing, plural, =0 {} one {One has a number, and its paper is missing.} other {# have a number, and their paper is missing.}}',
  write_rest: 'Write the missing ones',
  let_go: 'Let them go',
} as const
