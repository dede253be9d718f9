import { randomSchool } from './random-school.ts'
import { writeSchoolAndExpected } from './write-school.ts'

/** node test/model/generate.ts SEED OUTDIR [ACTIONS] [INVALID_SHARE] [CURRENCY] */
const [seed, folder, actions = '300', invalidShare = '0', currency] = process.argv.slice(2)
if (seed === undefined || folder === undefined || !Number.isInteger(Number(seed))) {
  process.stderr.write('usage: node test/model/generate.ts SEED OUTDIR [ACTIONS] [INVALID_SHARE] [CURRENCY]\n')
  process.exitCode = 2
} else {
  const count = Number(actions)
  const school = randomSchool(Number(seed), {
    customers: Math.max(3, Math.round(count / 25)),
    actions: count,
    invalidShare: Number(invalidShare),
    ...(currency ? { currency } : {}),
  })
  writeSchoolAndExpected(school, folder)
  process.stderr.write(`${folder}: ${count} actions, ${school.errors.length} rows to be refused\n`)
}
