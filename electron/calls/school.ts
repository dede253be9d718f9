import { setImmediate as breathe } from 'node:timers/promises'
import { done } from '../../shared/failure.ts'
import { readCsv } from '../school/csv/csv-text.ts'
import { importSchool } from '../school/csv/import-school.ts'
import { isSchoolFile, type SchoolFolder } from '../school/csv/school-files.ts'
import { signed, type Implementations } from './implementation.ts'

/**
 * The school's files among those that a window sent, from base64. They are read here, before the transaction and one
 * at a time, so that nobody waits for it: the import finds them read.
 */
export async function schoolFolder(
  files: readonly { readonly name: string; readonly content: string }[],
): Promise<SchoolFolder> {
  const folder = new Map<string, Uint8Array>()
  for (const { name, content } of files.filter((file) => isSchoolFile(file.name))) {
    const bytes = Buffer.from(content, 'base64')
    readCsv(bytes)
    folder.set(name, bytes)
    await breathe()
  }
  return folder
}

/** The calls around the school as a whole; the import under way is known to one application. */
export function schoolImplementations(): Implementations<'school.import' | 'school.importProgress'> {
  let progress: { stage: string; done: number; total: number } | null = null
  return {
    'school.import': {
      prepare: async ({ user, now }, { files }) => {
        const folder = await schoolFolder(files)
        return done({
          record: async (db) => {
            try {
              const result = await importSchool(db, folder, signed(user, now), (stage, rows, total) => {
                progress = { stage, done: rows, total }
              })
              return done(result)
            } finally {
              progress = null
            }
          },
        })
      },
    },
    'school.importProgress': async () => done({ progress }),
  }
}
