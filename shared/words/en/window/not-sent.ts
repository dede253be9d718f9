/** What a desk recorded without its server, as the window shows it. */
export const not_sent = {
  tab: 'Not sent',
  without:
    'Without the network since {since}. {waiting, plural, =0 {Nothing waits to be sent.} one {# action is not sent.} other {# actions are not sent.}}',
  as_of:
    'Everything shown is as of {asOf}, with what was recorded at this desk since. What others have recorded later, or this desk just before, is at the server and not shown here. What you record is kept on this computer and sent once the server is back; numbers follow then.',
  problem: 'The server is there, but what waits cannot be sent: {problem}',
  refused:
    '{refused, plural, one {# action of this desk was refused} other {# actions of this desk were refused}} when {refused, plural, one {it was} other {they were}} sent to the server.',
  refused_words: 'Nothing is lost: each is on the list with its reason.',
  still_waiting: '{waiting, plural, one {# action is} other {# actions are}} not sent yet.',
  see_list: 'See what is not sent',
  lead: 'Actions that were recorded at this desk while the server was out of reach, and what became of each.',
  none: 'Nothing was recorded without the server at this desk.',
  number: 'Number {number}',
  recorded: 'Recorded by {by}, {when}',
  waiting: 'Not sent: waits for the server',
  sent: 'Sent {when}',
  sent_as: 'Sent {when}: {ref} is {there}',
  refused_state: 'Refused {when}',
  settled: 'Settled by {by}: {note}',
  again: 'Do it again…',
  again_one: 'Do number {number} again',
  again_note: 'not sent number {number}, done again',
  see: 'See {ref}',
  settle: 'Settle…',
  settle_one: 'Settle number {number}',
  what_became: 'What became of it',
  what_became_words: 'Done again as…, or left undone because…',
  done: 'Settled',
  cancel: 'Cancel',
} as const
