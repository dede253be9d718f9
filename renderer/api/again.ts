let number: number | undefined

/**
 * Sends an action as one that does again what the server refused of this desk's outbox.
 * @param again its number there; undefined where the action is new
 * @param send begins its call before it waits for anything
 */
export function sentAgain<Done>(again: number | undefined, send: () => Promise<Done>): Promise<Done> {
  number = again
  try {
    return send()
  } finally {
    number = undefined
  }
}

/** What the call that is begun at this moment does again. */
export function doingAgain(): number | undefined {
  return number
}
