import { say } from '../../shared/words/say.ts'
import { openApplication } from '../calls/application.ts'
import { hostStarted } from '../log/host-started.ts'
import { readSettings } from '../settings/settings-file.ts'
import { StorageProblem } from '../storage/problem.ts'
import { openWindow } from './open-window.ts'
import { startServer } from './server.ts'

export interface ServeOptions {
  /** the folder of what was built */
  readonly built: string
  readonly dataFolder: string
  /** 0: any free one */
  readonly port: number
  /** false: only print the address */
  readonly open: boolean
  readonly json: boolean
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Serves the application until its window is closed or the process is told to stop. Answers the exit status. */
export async function runServe(options: ServeOptions): Promise<number> {
  try {
    const { dataFolder } = options
    hostStarted(dataFolder, 'browser')
    const application = await openApplication({
      dataFolder,
      idleMinutes: readSettings(dataFolder).idleMinutes,
      backups: true,
      host: 'browser',
    })
    try {
      await serveUntilEnded(options, application)
    } finally {
      await application.close()
    }
    return 0
  } catch (error) {
    const sentence = plainSentence(error, options.port)
    if (sentence === undefined) throw error
    if (options.json) options.out(`${JSON.stringify({ errors: [{ file: '', row: null, message: sentence }] })}\n`)
    else options.err(`${sentence}\n`)
    return 1
  }
}

async function serveUntilEnded(
  options: ServeOptions,
  application: Awaited<ReturnType<typeof openApplication>>,
): Promise<void> {
  const server = await startServer({ application, port: options.port, built: options.built })
  const { stopped, isStopped } = stopOnSignal()
  const window = options.open ? await openWindow(server.addressOnce(), options.dataFolder) : undefined
  try {
    if (window) options.err(`${say('browser.opens_in_a_window')}\n`)
    if (!window || options.json) announce(options, server.addressWhileServing())
    if (window) await Promise.race([stopped, window.ended])
    // A browser that ended without its window ever asking for anything never showed one: a person opens the address.
    if (window && !server.hadWindow() && !isStopped() && !options.json) announce(options, server.addressWhileServing())
    if (!window || !server.hadWindow()) await stopped
  } finally {
    // Its process would keep this one alive, and ask a server that is gone.
    await window?.close()
    await server.close()
  }
}

function announce(options: ServeOptions, url: string): void {
  if (options.json) options.out(`${JSON.stringify({ url })}\n`)
  else options.out(`${say('browser.is_at', { url })}\n${say('browser.open_it_in')}\n`)
}

function plainSentence(error: unknown, port: number): string | undefined {
  if (error instanceof StorageProblem) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return say('browser.port_port_is_in_use_choose_another', { port })
  if (code === 'EACCES') return say('browser.port_port_may_not_be_used_choose_one', { port })
  return undefined
}

function stopOnSignal(): { readonly stopped: Promise<void>; isStopped(): boolean } {
  let done = false
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        done = true
        resolve()
      })
    }
  })
  return { stopped, isStopped: () => done }
}
