/** What Electron's host asks and says beside its window. */
export const desk = {
  window_ends: 'The window of Blocktime ends again and again.',
  window_hangs: 'The window of Blocktime does not answer.',
  nothing_lost: 'Nothing that was recorded is lost. What is typed into a form that was not sent would be.',
  load_anew: 'Load the window anew',
  wait: 'Wait',
  quit: 'Quit',
  quit_anyway: 'Quit all the same',
  still_working: 'Blocktime is still working on something that was asked for.',
  still_working_words:
    'An import that is broken off changes nothing; statements that are not written yet can be made later.',
} as const
