import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The file of a worker thread: beside the code that starts it, or beside what was built from that. */
export function workerFile(name: string, here: string): string {
  const places = [[`${name}.ts`], [`${name}.js`], ['..', `${name}.js`]]
  const file = places.map((place) => join(here, ...place)).find((candidate) => existsSync(candidate))
  if (file === undefined) throw new Error(`the file of the thread ${name} is missing`)
  return file
}
