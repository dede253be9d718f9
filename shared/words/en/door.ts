/** What the door of a browser window says where the application does not answer. Plain words: it works without ICU. */
export const door = {
  this_window_was_not_opened_by: 'This window was not opened by Blocktime, or Blocktime was started anew since.',
  close_it_and_open_blocktime_again: 'Close it, and open Blocktime again.',
  blocktime_does_not_run_any_more: 'Blocktime does not run any more.',
  start_it_again_then_try_again: 'Start it again, then try again.',
  that_is_too_much_at_once: 'That is too much at once.',
  bring_it_in_with_npm_run_blocktime: 'Bring it in with "npm run blocktime -- import FOLDER".',
} as const
