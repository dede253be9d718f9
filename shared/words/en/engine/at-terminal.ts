/** What the command line refuses whatever the command, and the way back in. */
export const at_terminal = {
  output_not_written:
    'The output could not be written: {reason}. Make room, or write it somewhere else, and run the command again.',
  internal: 'Something went wrong in the program: {reason}.',
  internal_remedy: 'Nothing of this was recorded. If it stays, run "blocktime verify" and send its output to support.',
  reset_password: 'give an administrator who forgot it a new password, on this computer; it stays on record',
  no_administrator: 'There is no active administrator {username}.',
  no_administrator_remedy:
    'Check how it is written. The passwords of others are set by an administrator, in the window.',
  new_password: 'The new password of {username} is {password}',
  new_password_words:
    'Sign in with it, and change it under your name. That it was reset here, by whom and when, is shown to everybody who manages users.',
  there_is_no_school_in_datafolder: 'There is no school in {dataFolder}.',
  choose_its_data_folder_with_data_or: 'Choose its data folder with --data, or import one first.',
  there_is_no_customer_package_and_no: 'There is no customer package and no customer {about}.',
  check_how_it_is_written_or_write_all: 'Check how it is written, or write "all".',
  nothing_was_written: 'Nothing was written.',
  statements_of: 'statements: {done} of {total}',
  statements_again: 'See to it and run the command again: it goes on where it stopped.',
  papers_missing:
    '{missing, plural, one {A statement of an earlier batch has a number and no paper} other {# statements of an earlier batch have a number and no paper}} ({numbers}): {missing, plural, one {it is} other {they are}} written into {folder} first.',
  no_customer_package_was_there_on_that: 'No customer package was there on that day.',
} as const
