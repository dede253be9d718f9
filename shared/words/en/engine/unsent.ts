/** What is recorded at a desk while its server is out of reach, and what becomes of it. */
export const unsent = {
  ref: '{kind} not sent {number}',
  ref_of: '{kind} not sent {number}/{place}',
  needs_server: 'This needs the server, which does not answer at the moment. Nothing of it was recorded.',
  needs_server_remedy:
    'Payments, invoices and the other actions at the desk are kept here and sent later. Do this once the server is back.',
  user_gone: 'Who recorded this works here no longer.',
  again: 'Look at it, and do it again by its form where it still holds; or set it aside with a note.',
  on_the_list: 'This was recorded without the server, and refused when it was sent: {reason}',
  on_the_list_remedy: 'It is number {number} on the list Not sent.',
  rests_on: 'It rests on number {number}, which is not at the server.',
  other_ledger: 'The school at the server is not the one on whose copy this was recorded.',
  does_otherwise: 'Somebody else has recorded something since, and it would now do something else than it did here.',
  sent_otherwise: 'It was at the server before the network went, and did something else there than was shown here.',
  no_such_refused: 'There is no refused action {number} here.',
  settled_already: 'Number {number} is settled already.',
  repeated_already: 'Number {number} was done again already.',
  repeated_as: 'Done again as {ref}',
  not_again: 'This does nothing of the list Not sent again.',
  again_needs_server:
    'Doing it again needs the server, which does not answer at the moment. Once it is back, the list says whether it was recorded.',
  closing_waits:
    '{waiting, plural, one {# action} other {# actions}} of this desk {waiting, plural, one {is} other {are}} not sent yet, and would be missing in the drawer.',
  closing_open:
    '{open, plural, one {# action} other {# actions}} of this desk {open, plural, one {was} other {were}} refused by the server, and would be missing in the drawer.',
  closing_remedy: 'Look at the list Not sent first: do again what still holds, and set the rest aside with a note.',
  leaving_waits:
    '{waiting, plural, one {# action} other {# actions}} of this desk {waiting, plural, one {is} other {are}} not sent yet to the server where the school lies now.',
  leaving_remedy: 'Wait until the server is back and has taken them; then choose another place.',
} as const
