import { done } from '../../shared/failure.ts'
import { importSchool } from '../school/csv/import-school.ts'
import { isSchoolFile, type SchoolFolder } from '../school/csv/school-files.ts'
import { signed, type Implementations } from './implementation.ts'

/** The school's files among those that a window sent, from base64. */
export function schoolFolder(files: readonly { readonly name: string; readonly content: string }[]): SchoolFolder {
  return new Map(
    files.filter(({ name }) => isSchoolFile(name)).map(({ name, content }) => [name, Buffer.from(content, 'base64')]),
  )
}

/** The calls around the school as a whole; the import under way is known to one application. */
export function schoolImplementations(): Implementations<'school.import' | 'school.importProgress'> {
  let progress: { stage: string; done: number; total: number } | null = null
  return {
    'school.import': async ({ db, user, now }, { files }) => {
      try {
        const result = await importSchool(db, schoolFolder(files), signed(user, now), (stage, rows, total) => {
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
