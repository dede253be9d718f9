/** The application in a browser window: how it is opened, and when it is not answered. */
export const browser = {
  port_port_is_in_use_choose_another: 'Port {port} is in use. Choose another with --port, or leave it out.',
  port_port_may_not_be_used_choose_one:
    'Port {port} may not be used. Choose one above 1023 with --port, or leave it out.',
  something_went_wrong: 'Something went wrong.',
  not_from_a_window_of_blocktime: 'Not from a window of Blocktime.',
  not_done_this_way: 'Not done this way.',
  this_address_was_used_already_or_is: 'This address was used already, or is too old.',
  not_a_window_of_blocktime: 'Not a window of Blocktime.',
  too_much_at_once: 'Too much at once.',
  opens_in_a_window: 'Blocktime opens in a window of its own. Close it, or press Ctrl+C, to end.',
  is_at: 'Blocktime is at {url}',
  open_it_in: 'Open it in Chromium, Chrome or Edge on this computer. Press Ctrl+C to end.',
  there_is_nothing_here: 'There is nothing here.',
} as const
