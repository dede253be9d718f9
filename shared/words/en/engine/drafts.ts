/** Drafts of e-mails with statements: what stands in them, and why there is none. */
export const drafts = {
  subject: '{count, plural, one {Statement} other {Statements}} {numbers} of {school}, {day}',
  greeting: 'Dear {name},',
  attached:
    '{count, plural, one {attached is your statement} other {attached are your statements}} as of the end of {day}:',
  paper: '{number}: {packages}',
  closing: 'Please let us know if anything in it is not as you expect.',
  no_address: 'no e-mail address',
  no_such_address: 'not written as an e-mail address: {email}',
} as const
