import { businessDateAt } from '../../../shared/dates.ts'
import { packagesPage } from '../../reports/lists/packages-list.ts'
import { openDatabase } from '../../storage/open-database.ts'
import type { Part } from './parts.ts'

const PAGES = 200

/** The engine part of a start, up to the first page; or what memory serving takes. Prints nothing but a number. */
export async function runPart(part: Part, dataFolder: string): Promise<number> {
  const page = { search: '', status: null, sort: 'customer', direction: 'ascending', limit: 50 } as const
  const today = businessDateAt(new Date(), 'UTC')
  if (part === 'start') {
    const database = await openDatabase(dataFolder)
    const { rows } = await database.read((db) => packagesPage(db, { ...page, today, after: null }))
    await database.close()
    return rows.length
  }
  const { openApplication } = await import('../../calls/application.ts')
  const application = await openApplication({ dataFolder })
  let after: string | null = null
  for (let read = 0; read < PAGES; read++) {
    const answer: { next: string | null } = await application.database.read((db) =>
      packagesPage(db, { ...page, today, after }),
    )
    after = answer.next
    if (after === null) break
  }
  const bytes = process.memoryUsage.rss()
  await application.close()
  return bytes
}
