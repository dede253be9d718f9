import { join } from 'node:path'
import { readSchool } from '../../billing/school-store.ts'
import { billingTerms } from '../../billing/terms.ts'
import type { Database } from '../../storage/database.ts'
import { openDatabase } from '../../storage/open-database.ts'
import { verifySchool } from '../../verification/verification.ts'
import { benchSchool } from './bench-school.ts'
import { fill } from './importing.ts'
import { times, type BenchLine } from './line.ts'
import { readingLines } from './readings.ts'
import { at, median, noTimes, sum, timeOnce } from './timing.ts'
import { paidInvoice } from './writings.ts'

const RUNS = 200
const SMALL_SCHOOL = 1_000

interface Size {
  readonly enrollments: number
  readonly entries: number
}

/** The same work on a server and in a file of this computer, which is the yardstick. Nothing must be reached. */
export async function serverLines(server: Database, size: Size, folder: string): Promise<BenchLine[]> {
  const [small, file] = [await openDatabase(join(folder, 'small')), await openDatabase(join(folder, 'large'))]
  try {
    await fill(small, benchSchool(Math.min(SMALL_SCHOOL, size.enrollments), 0))
    const [there, here] = [noTimes(), noTimes()]
    const school = benchSchool(size.enrollments, size.entries)
    await timeOnce(here, () => fill(file, school))
    await timeOnce(there, () => fill(server, school))
    const lines = [times('importing_server', sum(there.wall), sum(here.wall), Infinity, 'ms')]
    const onFile = await readingLines(small, file)
    for (const [place, line] of (await readingLines(small, server)).entries()) {
      const yardstick = onFile[place]?.measured ?? null
      // The small school lies in a file: beside it only the file's own figure says something.
      if (line.yardstick === null && yardstick !== null)
        lines.push({ ...line, yardstick, ratio: line.measured / yardstick, goal: Infinity, met: true })
    }
    const [posted, written] = [await postingTimes(server), await postingTimes(file)]
    lines.push(
      times('posting_server', median(posted), median(written), Infinity, 'ms'),
      times('posting_server_tail', at(0.95, posted), at(0.95, written), Infinity, 'ms'),
    )
    const [verifiedThere, verifiedHere] = [noTimes(), noTimes()]
    await timeOnce(verifiedHere, () => verifySchool(file, null))
    await timeOnce(verifiedThere, () => verifySchool(server, null))
    lines.push(times('verify_server', sum(verifiedThere.wall), sum(verifiedHere.wall), Infinity, 'ms'))
    return lines
  } finally {
    await Promise.all([small.close(), file.close()])
  }
}

/** One paid invoice after the other, each in a durable transaction. */
async function postingTimes(database: Database): Promise<number[]> {
  const school = await database.read(readSchool)
  if (!school) throw new Error('the bench school is missing')
  const terms = billingTerms(school, new Date())
  const found: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now()
    await database.write((db) => paidInvoice(db, terms, run))
    found.push(performance.now() - began)
  }
  return found
}
