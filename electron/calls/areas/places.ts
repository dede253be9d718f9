import { done } from '../../../shared/failure.ts'
import type { Implementations } from '../implementation.ts'

/** The system's dialog in which a person chooses a folder; null where nobody chose one. @param from where it begins */
export type ChooseFolder = (from: string) => Promise<string | null>

/** Folders are chosen in the system's own dialog where the host of the window has one. */
export function placesImplementations(
  chooseFolder: ChooseFolder | undefined,
): Implementations<'places.dialog' | 'places.choose'> {
  return {
    'places.dialog': async () => done({ there: chooseFolder !== undefined }),
    'places.choose': async (_, { from }) => done({ folder: (await chooseFolder?.(from)) ?? null }),
  }
}
