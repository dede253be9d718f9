import { contentKey, idKey, type LineContent } from './identity.ts'

/** A line that was taken before. */
export interface KnownLine extends LineContent {
  readonly fingerprint: string
}

/** Marks a line that was taken although it was only noted ahead. */
export const AHEAD = 'ahead '
const BACK = 'back '
/** From noting a line ahead to booking it. */
const MOST_DAYS = 21
const DAY_MS = 86_400_000

/** What is known of a source's lines: by their numbers, by what they say, and what went back of payments so far. */
export class KnownLines {
  readonly #fingerprints = new Set<string>()
  readonly #contents = new Map<string, number>()
  readonly #references = new Set<string>()
  readonly #back = new Map<string, number>()
  readonly #ahead: KnownLine[] = []

  constructor(lines: Iterable<KnownLine> = []) {
    for (const line of lines) this.add(line)
  }

  add(line: KnownLine): void {
    const { fingerprint, amount, reference } = line
    this.#fingerprints.add(fingerprint)
    if (fingerprint.startsWith(AHEAD)) this.#ahead.push(line)
    const back = /^(back .+) \d+$/.exec(fingerprint)?.[1]
    if (back !== undefined) {
      this.#back.set(back, (this.#back.get(back) ?? 0) - amount)
      return
    }
    const content = contentKey(line)
    this.#contents.set(content, (this.#contents.get(content) ?? 0) + 1)
    // Lines of before numbers were told from references have theirs among these.
    if (reference !== '' && !fingerprint.startsWith(AHEAD)) this.#references.add(idKey(reference, amount))
  }

  /** Whether a number was taken before. */
  hasId(key: string): boolean {
    return this.#fingerprints.has(key) || this.#references.has(key)
  }

  hasFingerprint(fingerprint: string): boolean {
    return this.#fingerprints.has(fingerprint)
  }

  /** How often the same day, amount and words were taken. */
  timesOf(content: string): number {
    return this.#contents.get(content) ?? 0
  }

  /** What went back of a payment so far, in minor units; 0 or more. */
  backOf(key: string): number {
    return this.#back.get(key.startsWith(BACK) ? key : `${BACK}${key}`) ?? 0
  }

  /** The line that was noted ahead, and is now booked: the same amount and person, some days later. */
  notedAhead(line: LineContent, fingerprint: string): KnownLine | undefined {
    const byNumber = this.#ahead.find((ahead) => ahead.fingerprint === `${AHEAD}${fingerprint}`)
    return (
      byNumber ??
      this.#ahead.find(
        (ahead) =>
          ahead.amount === line.amount &&
          Math.abs(Date.parse(line.date) - Date.parse(ahead.date)) <= MOST_DAYS * DAY_MS &&
          (sameWords(ahead.name, line.name) || sameWords(ahead.text, line.text)),
      )
    )
  }
}

function sameWords(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other]
    .map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))
    .toSorted((left, right) => left.length - right.length)
  return short.length > 2 && long.startsWith(short)
}
