import { done } from '../../shared/failure.ts'
import { importSchool } from '../school/import-school.ts'
import { isSchoolFile } from '../school/school-files.ts'
import type { Implementations } from './implementation.ts'

/** The calls around the school as a whole; the import under way is known to one application. */
export function schoolImplementations(): Implementations<'school.import' | 'school.importProgress'> {
  let progress: { stage: string; done: number; total: number } | null = null
  return {
    'school.import': async ({ db, now }, { files }) => {
      const folder = new Map(
        files
          .filter(({ name }) => isSchoolFile(name))
          .map(({ name, content }) => [name, Buffer.from(content, 'base64')]),
      )
      try {
        const result = await importSchool(db, folder, now, (stage, rows, total) => {
          progress = { stage, done: rows, total }
        })
        return done(result)
      } finally {
        progress = null
      }
    },
    'school.importProgress': async () => done({ progress }),
  }
}
