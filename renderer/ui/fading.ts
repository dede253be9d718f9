import { useState } from 'react'

/**
 * What a dialog shows while it is open, and while it fades out after that: it must not go empty before the eye.
 * @param subject null when closed
 */
export function useFading<Subject>(subject: Subject | null) {
  const [kept, setKept] = useState(subject)
  if (subject !== null && subject !== kept) setKept(subject)
  return {
    /** null once it is gone */
    shown: subject ?? kept,
    /** for its `onExitTransitionEnd` */
    gone: () => setKept(null),
  }
}
