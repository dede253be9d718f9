import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { clearServer, serverFolder, startServer, type Server } from './server.ts'

/**
 * A server for the tests of one group alone, which they may stop, or tell what nobody else should meet: there from
 * before the first of them until after the last.
 * @param prepared what is done with it before the first test; what it makes may lie in the server's folder
 */
export function ownServer(
  prepared: (server: Server, folder: string) => void | Promise<void> = () => undefined,
): Server {
  const server = { port: 0, data: '' }
  let folder = ''
  beforeAll(async () => {
    folder = serverFolder()
    Object.assign(server, await startServer(folder))
    writeFileSync(join(folder, 'ready.json'), JSON.stringify(server))
    await prepared(server, folder)
  })
  afterAll(() => clearServer(folder))
  return server
}
