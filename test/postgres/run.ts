import { clearServer, RUN_FOLDER, serverFolder } from './server.ts'

/** Before the whole run: the folder of its server, in which the first test that needs one starts it. */
export function setup(): void {
  process.env[RUN_FOLDER] = serverFolder()
}

export function teardown(): void {
  const folder = process.env[RUN_FOLDER]
  if (folder !== undefined) clearServer(folder)
}
