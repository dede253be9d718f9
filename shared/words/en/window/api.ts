/** What the window says where the engine cannot. */
export const api = {
  windowFailed: 'Something went wrong in this window.',
  windowFailedRemedy: 'Try again. If it happens again, close Blocktime and open it anew; nothing recorded is lost.',
  noAnswer: 'Blocktime’s engine does not answer.',
  noAnswerRemedy: 'Check that Blocktime is still running on this computer, then try again.',
  answerUnreadable: 'The engine’s answer could not be understood, so it is not shown.',
  answerUnreadableRemedy:
    'Close Blocktime and open it anew; if this stays, the window and the engine are of different versions.',
  unanswered: 'The answer got lost: it is not known yet whether this was recorded.',
  unansweredRemedy: 'Do not do it anew. As soon as Blocktime answers, this window says what became of it.',
  recordedInPart: 'What you sent at {time} was recorded in part.',
  unansweredWaiting: 'The answer to what you sent at {time} got lost.',
  unansweredWaitingWords: 'Blocktime is asked whether it was recorded. Do not do it anew until you know.',
  recordedAfterAll: 'What you sent at {time} was recorded.',
  recordedWords: 'Do not do it again.',
  notRecorded: 'What you sent at {time} was not recorded.',
  notRecordedWords: 'Nothing of it was kept: do it again.',
  dismiss: 'Close',
  clockBehind:
    'The clock of this computer is behind: the last entry was recorded {minutes, plural, one {# minute} other {# minutes}} from now.',
  clockBehindWords: 'Set the date and time of the computer right before you record anything.',
} as const
