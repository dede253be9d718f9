import { zipSync } from 'fflate'
import { done } from '../../../shared/failure.ts'
import { fileName } from '../../documents/file-name.ts'
import { personData } from '../../school/person/person-data.ts'
import type { Readings } from '../threads/reading.ts'

/** Everything that is held of one customer, as one archive. */
export const personReadings: Readings<'customers.allData'> = {
  'customers.allData': async ({ db, school, today, now }, { number }) => {
    const data = await personData(db, number, { school, today, now })
    if (!data.ok) return data
    const texts = [...data.value.files].map(([name, text]) => [name, Buffer.from(text, 'utf8')] as const)
    const zip = zipSync(Object.fromEntries(texts), { mtime: now })
    const name = fileName(['customer', data.value.number], 'zip')
    return done({ name, mediaType: 'application/zip', content: Buffer.from(zip).toString('base64') })
  },
}
