interface Dated {
  readonly day: number
}

interface Listed<Member> {
  readonly members: Member[]
  /** from a place on: the next that may still be open, to the right and to the left; made once one is closed */
  right: number[] | undefined
  left: number[] | undefined
}

/**
 * What shares a word, by day, the nearest first. What has found its partner is skipped, and skipped at once the next
 * time: a word that thousands share costs no more than a rare one.
 */
export class NearIndex<Member extends Dated> {
  readonly #lists = new Map<string, Listed<Member>>()
  readonly #isOpen: (member: Member) => boolean

  /** @param members in the order of their days */
  constructor(
    members: readonly Member[],
    wordsOf: (member: Member) => Iterable<string>,
    isOpen: (member: Member) => boolean,
  ) {
    this.#isOpen = isOpen
    for (const member of members) {
      for (const word of wordsOf(member)) {
        const list = this.#lists.get(word)
        if (list) list.members.push(member)
        else this.#lists.set(word, { members: [member], right: undefined, left: undefined })
      }
    }
  }

  /** Open ones with this word from some days before to some days after a day; of equally near ones the earlier first. */
  *around(word: string, day: number, before: number, after: number): Generator<Member, void, undefined> {
    const list = this.#lists.get(word)
    if (!list) return
    const { members } = list
    const start = firstFrom(members, day + 0.5)
    let [early, late] = [this.#toLeft(list, start - 1), this.#toRight(list, start)]
    for (;;) {
      const [earlier, later] = [members[early], members[late]]
      const toEarlier = earlier && day - earlier.day <= before ? day - earlier.day : Infinity
      const toLater = later && later.day - day <= after ? later.day - day : Infinity
      if (toEarlier <= toLater) {
        if (!earlier || toEarlier === Infinity) return
        yield earlier
        early = this.#toLeft(list, early - 1)
      } else {
        if (!later) return
        yield later
        late = this.#toRight(list, late + 1)
      }
    }
  }

  #toRight(list: Listed<Member>, from: number): number {
    return this.#skip(list, from, (list.right ??= []), 1)
  }

  #toLeft(list: Listed<Member>, from: number): number {
    return this.#skip(list, from, (list.left ??= []), -1)
  }

  /** The first open one in a direction. What is passed over remembers how far that was: nothing closed opens again. */
  #skip({ members }: Listed<Member>, from: number, known: number[], step: 1 | -1): number {
    let place = from
    for (let member = members[place]; member && !this.#isOpen(member); member = members[place])
      place = known[place] ?? place + step
    for (let passed = from; passed !== place;) {
      const next = known[passed] ?? passed + step
      known[passed] = place
      passed = next
    }
    return place
  }
}

/** The first place whose day is not before a day. */
function firstFrom(members: readonly Dated[], day: number): number {
  let [low, high] = [0, members.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((members[middle]?.day ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The first so many that fit, of not many more that are looked at. */
export function few<Member>(
  candidates: Iterable<Member>,
  fits: (candidate: Member) => boolean,
  most: { readonly found: number; readonly lookedAt: number },
): Member[] {
  const found: Member[] = []
  let lookedAt = 0
  for (const candidate of candidates) {
    if (lookedAt++ >= most.lookedAt || found.length >= most.found) break
    if (fits(candidate)) found.push(candidate)
  }
  return found
}

/** How many of one amount lie on some days. */
export class AmountDays {
  readonly #days: Map<number, Dated[]>

  /** @param sides in the order of their days */
  constructor(sides: readonly (Dated & { readonly amount: number })[]) {
    this.#days = Map.groupBy(sides, ({ amount }) => amount)
  }

  count(amount: number, from: number, to: number): number {
    const those = this.#days.get(amount) ?? []
    return firstFrom(those, to + 1) - firstFrom(those, from)
  }
}
