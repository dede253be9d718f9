import { openDatabase } from '../../electron/storage/open-database.ts'
import { StorageProblem } from '../../electron/storage/problem.ts'
import { PAID, postCent } from './payments.ts'

// A process whose disk fails at the Nth write, for one N after the other, and that says which payments were recorded.
// Each failure must reach it as a plain sentence, and undo what it was about. Started by disk-faults.ts.

const [folder = '', from = '0', count = '0', error = 'EIO', step = '1'] = process.argv.slice(2)
process.env['FAULTS_ERRNO'] = error === 'EIO' ? '5' : '28'
const last = Number(from) + Number(count)
for (let at = Number(from) + 1; at <= last; at += Number(step)) {
  let database
  try {
    database = await openDatabase(folder)
    process.env['FAULTS_AT'] = String(at)
    for (let number = 0; number < 4; number++) {
      const ref = `${PAID}${at}-${number}`
      await postCent(database, ref)
      process.stdout.write(`${ref}\n`)
    }
  } catch (thrown) {
    if (!(thrown instanceof StorageProblem)) process.stdout.write(`unsaid ${String(thrown)}\n`)
  }
  process.env['FAULTS_AT'] = ''
  await database?.close().catch(() => undefined)
}
process.stdout.write('ended\n')
