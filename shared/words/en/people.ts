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
  there_is_a_user_username_already: 'There is a user {username} already.',
  give_another_username: 'Give another username.',
  nobody_would_be_left_who_can_sign_in_and: 'Nobody would be left who can sign in and manage users.',
  give_another_active_user_with_a_password: 'Give another active user with a password the role first.',
  there_is_no_customer_unknown: 'There is no customer {unknown}.',
  check_how_it_is_written: 'Check how it is written.',
  there_is_no_user_username: 'There is no user {username}.',
  the_username_username_belongs_to_name: 'The username {username} belongs to {name}, {role}.',
  choose_another_username: 'Choose another username.',
} as const
