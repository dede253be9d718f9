import { DayWithout } from './day-without.ts'
import { deskWithout } from './desk-without.ts'

/** A desk as a process of its own, to be killed: records for ever, and says each action that was acknowledged on a line. */
const [folder = '', name = '', seed = '1'] = process.argv.slice(2)
const day = new DayWithout(await deskWithout(folder), name, Number(seed))
for (let count = 1; ; count++) {
  await day.work(count)
  process.stdout.write(`${day.acknowledged.at(-1)}\n`)
}
