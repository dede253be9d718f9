import { Occupied } from './problem.ts'

/** Lets one piece of work in at a time, in the order of asking. */
export interface Turns {
  /**
   * @param patience milliseconds after which work that was not begun is given up: it throws Occupied, and is never done
   */
  <T>(work: () => Promise<T>, patience?: number): Promise<T>
}

export function oneAtATime(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>, patience?: number) => {
    const turn = patience === undefined ? { begin: work, answer: undefined } : impatient(work, patience)
    const mine = last.then(turn.begin, turn.begin)
    last = mine.catch(() => undefined)
    return turn.answer ? Promise.race([turn.answer, mine]) : mine
  }
}

function impatient<T>(work: () => Promise<T>, patience: number) {
  let late = false
  let timer: NodeJS.Timeout | undefined
  const answer = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true
      reject(new Occupied())
    }, patience)
  })
  const begin = async (): Promise<T> => {
    clearTimeout(timer)
    if (late) throw new Occupied()
    return work()
  }
  return { begin, answer }
}
