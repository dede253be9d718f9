import { done } from '../../../shared/failure.ts'
import { readSetUp } from '../../school/set-up.ts'
import type { Implementations } from '../implementation.ts'
import type { ReadingThreads } from '../threads/reading-threads.ts'
import type { Stage } from '../threads/writing-worker.ts'

/** The calls around the school as a whole; the import under way is known to one application. */
export function schoolImplementations(
  threads: ReadingThreads,
): Implementations<
  'school.import' | 'start.importSchool' | 'school.importProgress' | 'school.setUp' | 'bringOver.record'
> {
  let progress: Stage | null = null
  const inThread = {
    prepare: async (_: unknown, input: unknown) =>
      done({
        inThread: (command: Parameters<ReadingThreads['write']>[0]['command']) =>
          threads.write({ command, input }, (stage) => (progress = stage)).finally(() => (progress = null)),
      }),
  }
  return {
    'school.import': inThread,
    'start.importSchool': inThread,
    'bringOver.record': inThread,
    'school.setUp': async ({ db }) => done(await readSetUp(db)),
    'school.importProgress': async () => done({ progress }),
  }
}
