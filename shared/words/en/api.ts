/** What the window says where the engine cannot. */
export const api = {
  windowFailed: 'Something went wrong in this window.',
  windowFailedRemedy: 'Try again. If it happens again, close Blocktime and open it anew; nothing recorded is lost.',
  noAnswer: 'Blocktime’s engine does not answer.',
  noAnswerRemedy: 'Check that Blocktime is still running on this computer, then try again.',
  answerUnreadable: 'The engine’s answer could not be understood, so it is not shown.',
  answerUnreadableRemedy:
    'Close Blocktime and open it anew; if this stays, the window and the engine are of different versions.',
} as const
