import { statSync } from 'node:fs'
import { dirname } from 'node:path'
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
      if (identityOf(path) !== opened) throw exchanged(file)
    }
  }
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${found.dev}:${found.ino}`
}

function exchanged(file: string): StorageProblem {
  return new StorageProblem(
    'damaged',
    `The data file ${file} was deleted, moved or exchanged while Blocktime had it open. Nothing more is recorded.`,
    `Put the folder ${dirname(file)} back as it was and start Blocktime again, or restore the last good backup.`,
  )
}
