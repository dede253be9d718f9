import { say } from './words/say.ts'

/**
 * Why a text cannot be kept: it is no well-formed Unicode (it would be stored as something else than it was), holds
 * control characters (line ends and tabs may stand), or has nothing that anybody could see.
 */
export type TextFault = 'broken' | 'control' | 'invisible'

// Tab, line feed and carriage return may stand in a note.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/
/** White space, what Unicode calls ignorable or a format sign, and the empty Braille pattern. */
const NOTHING_TO_SEE = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]+$/u

/** What is wrong with a text wherever it comes in: the window, a CSV, a file of payments, the command line. */
export function textFault(text: string): TextFault | undefined {
  if (!text.isWellFormed()) return 'broken'
  if (CONTROL.test(text)) return 'control'
  // Only white space is no text at all: whether one must be there is for its field to say.
  if (text.trim() !== '' && NOTHING_TO_SEE.test(text)) return 'invisible'
  return undefined
}

/** The same as a sentence; undefined where the text can be kept. */
export function textProblem(text: string): string | undefined {
  const fault = textFault(text)
  return fault && say(`text.${fault}`)
}
