import { businessDate } from '../../../shared/dates.ts'
import { lastSoldDays, soldSince } from '../../billing/catalogue-editing-store.ts'
import { readCatalogue } from '../../billing/catalogue-store.ts'
import { keepRecord } from '../../billing/records/keep-record-store.ts'
import { readSchool } from '../../billing/school-store.ts'
import type { ImportContext } from './import-context.ts'
import { noCode } from './import-problems.ts'
import type { RecordKind } from './import-records.ts'

type RateContent = {
  readonly code: string
  readonly from_date: string
  readonly rate: number
  readonly tax_percent: number
}

/** Standard rates from a day on, on which nothing was sold yet. */
export async function rates({ db, by }: ImportContext): Promise<RecordKind<RateContent>> {
  const catalogue = await readCatalogue(db)
  let sold: Awaited<ReturnType<typeof lastSoldDays>> = new Map()
  let locale = 'en'
  return {
    file: 'rates.csv',
    count: 'rates',
    read: (cells) => {
      const content = {
        code: cells.needed('code'),
        from_date: cells.date('from'),
        rate: cells.rate('rate'),
        tax_percent: cells.taxPercent('tax_percent'),
      }
      if (content.code !== '' && !catalogue.has(content.code)) cells.problems.push(noCode(content.code))
      return { key: `${content.code} from ${content.from_date}`, content }
    },
    existing: async () => {
      sold = await lastSoldDays(db)
      locale = (await readSchool(db))?.locale ?? locale
      const rows = await db.selectFrom('rates').selectAll().execute()
      return new Map(
        rows.map(({ code, from_date, rate, tax_percent }) => [
          `${code} from ${from_date}`,
          { code, from_date, rate, tax_percent },
        ]),
      )
    },
    refuse: ({ code, from_date: from }) => {
      const failure = soldSince(sold.get(code), code, businessDate(from), locale)
      return failure && [failure.message, failure.remedy].join(' ')
    },
    write: (rows) => keepRecord(db, by, 'record_catalogue', 'rates.csv', [{ table: 'rates', rows }]),
  }
}
