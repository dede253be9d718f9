import { expect, it } from 'vitest'
import { schoolFiles } from '../fixtures/schools.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const HEADER = 'code,from,rate,tax_percent\n'

it('a rate from a day on comes in only where nothing was sold on that day or later', async () => {
  const database = await emptySchool()
  expect(await importFiles(database, schoolFiles('harrier'))).toMatchObject({ outcome: 'imported' })
  const past = `${HEADER}PA28,2026-03-02,200.00,8.1\nLANDING,2026-02-05,19.00,8.1\nSIM,2026-06-01,80.00,8.1\n`
  expect(await importFiles(database, { 'rates.csv': past })).toEqual({
    outcome: 'refused',
    errors: [
      {
        file: 'rates.csv',
        row: 2,
        message: 'PA28 was sold on 2. Mai 2026, and what was sold keeps its rate. Choose a later day.',
      },
      {
        file: 'rates.csv',
        row: 3,
        message: 'LANDING was sold on 5. Feb. 2026, and what was sold keeps its rate. Choose a later day.',
      },
    ],
  })
  const later = `${HEADER}PA28,2026-05-03,200.00,8.1\nLANDING,2026-02-06,19.00,8.1\n`
  expect(await importFiles(database, { 'rates.csv': later })).toMatchObject({ outcome: 'imported', changed: true })
  expect(await importFiles(database, { 'rates.csv': later })).toMatchObject({ outcome: 'imported', changed: false })
})
