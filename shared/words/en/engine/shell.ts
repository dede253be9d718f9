/** The desktop window around the application. */
export const shell = {
  choose_a_folder: 'Choose a folder',
  this_call_did_not_come_from_the: 'This call did not come from the window of Blocktime.',
  blocktime_cannot_open_its_data: 'Blocktime cannot open its data',
  blocktime_cannot_start: 'Blocktime cannot start',
  file: 'File',
  view: 'View',
  guide: 'Guide and diagnostics',
} as const
