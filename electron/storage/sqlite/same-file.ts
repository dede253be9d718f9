import { statSync } from 'node:fs'
import { StorageProblem } from '../problem.ts'

/**
 * Watches that the open file is still the file in the folder. A program goes on writing into a file that was deleted,
 * moved or exchanged under it: everything that it then records is lost, without any error.
 * @param file the data file, open and in WAL mode, so that its log is there, too
 */
export function insistOnSameFile(file: string): () => void {
  const watched = [file, `${file}-wal`].map((path) => ({ path, opened: identityOf(path) }))
  return () => {
    for (const { path, opened } of watched) {
      if (identityOf(path) !== opened) throw new StorageProblem('moved', { file })
    }
  }
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}
