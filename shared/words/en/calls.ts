/** What every call can be refused for. */
export const calls = {
  not_an_envelope: 'The call is not in the form of the contract.',
  no_such_call: 'There is no call {call}.',
  needs_command_id: 'The call {call} needs a command id.',
  command_reused: 'This command id was used for something else.',
  command_reused_remedy: 'Try again; the window makes a new one.',
  internal: 'Something went wrong in the program; nothing of this action was recorded.',
  internal_remedy: 'Try again. If it stays, run "blocktime verify" and send its output to support.',
  unknown_time_zone: '"{timeZone}" is not a time zone.',
  unknown_time_zone_remedy: 'Write one like America/Denver.',
  unknown_locale: '"{locale}" is not a language and region that this computer knows.',
  unknown_locale_remedy: 'Write one like en-US.',
  agreeingNotPermitted: 'You may not agree on a price, an amount or a last valid day.',
  agreeingNotPermittedRemedy: 'Leave the field empty, or ask somebody who may adjust packages.',
} as const
