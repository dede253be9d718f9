/** Signing in, passwords and PINs. */
export const people = {
  wrong_credentials: 'The username or the password is wrong.',
  wrong_credentials_remedy:
    'Try again; an administrator can set a new password. The only administrator is helped by "blocktime reset-password" on this computer.',
  locked_out: 'There were too many wrong passwords for this name.',
  locked_seconds: 'Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  locked_minutes: 'Wait {minutes, plural, one {# minute} other {# minutes}}, then try again.',
  wrong_present_password: 'This is not your present password.',
  wrong_present_password_remedy: 'Write the one that you signed in with.',
  wrong_pin: 'The PIN is wrong.',
  wrong_pin_remedy:
    '{left, plural, one {You can try once more} other {You can try # more times}}; then your password is needed.',
  no_pin: 'A PIN cannot bring you back any more.',
  no_pin_remedy: 'Sign in with your password.',
  pin_form: 'Write 4 to 8 digits.',
  resets_title: 'Passwords that were reset on the computer itself',
  reset: '{username}, on {at}, by {by} at the command line',
} as const
