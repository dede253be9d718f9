/** What the door of a browser window says where the application does not answer. Plain words: it works without ICU. */
export const door = {
  loaded_anew: 'This window was loaded anew, or was not opened by Blocktime, or Blocktime was started anew since.',
  open_the_address_again:
    'Open the address again that Blocktime printed; or close this window, and start Blocktime again.',
  that_is_too_much_at_once: 'That is too much at once.',
  bring_it_in_with_npm_run_blocktime: 'Bring it in with "npm run blocktime -- import FOLDER".',
} as const
