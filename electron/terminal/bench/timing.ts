/** What one thing took, run by run, in the order of running. Milliseconds. */
export interface Times {
  readonly wall: number[]
  /** of this process, all threads of it; what waits for a disk or for other programs is not in it */
  readonly cpu: number[]
}

export function noTimes(): Times {
  return { wall: [], cpu: [] }
}

/** Runs something once and notes what it took. */
export async function timeOnce<T>(times: Times, work: () => T | Promise<T>): Promise<T> {
  const used = process.cpuUsage()
  const began = performance.now()
  const result = await work()
  times.wall.push(performance.now() - began)
  const { user, system } = process.cpuUsage(used)
  times.cpu.push((user + system) / 1_000)
  return result
}

/** Several things in turn, so that what the machine does besides strikes all of them alike. */
export async function alternating(
  runs: number,
  works: readonly ((run: number) => unknown)[],
  warmUp = 0,
): Promise<Times[]> {
  const times = works.map(noTimes)
  for (let run = 0; run < warmUp + runs; run++) {
    for (const [place, work] of works.entries()) {
      const into = run < warmUp ? noTimes() : (times[place] ?? noTimes())
      await timeOnce(into, () => work(run) as Promise<unknown>)
    }
  }
  return times
}

/** The value below which a share of the runs lies. */
export function at(share: number, values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export function median(values: readonly number[]): number {
  return at(0.5, values)
}

export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
