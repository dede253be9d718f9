import { describe, it } from 'vitest'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { schoolFiles } from '../fixtures/schools.ts'
import { randomSchool } from '../model/random-school.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'
import { hledgerAgrees, HLEDGER_IS_THERE } from './hledger-balances.ts'

describe.skipIf(!HLEDGER_IS_THERE)('hledger over the exported journal agrees with the balances (needs hledger)', () => {
  it('of the example school', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    await hledgerAgrees(database)
  })

  it.each(['harrier', 'wide-usd', 'wide-jpy', 'wide-kwd'])('of the school %s', async (name) => {
    const database = await emptySchool()
    await importFiles(database, schoolFiles(name))
    await hledgerAgrees(database)
  })

  it.each(['USD', 'JPY', 'KWD'])('of a generated school in %s', async (currency) => {
    const database = await emptySchool()
    await importFiles(database, randomSchool(7, { customers: 6, actions: 300, currency }).files)
    await hledgerAgrees(database)
  })
})
