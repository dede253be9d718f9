import { connect, createServer, type Server, type Socket } from 'node:net'

/** A way to a server that can be cut, as a network is: both sides see it, or nobody sees anything any more. */
export interface WeakNetwork {
  readonly port: number
  /** Ends what is connected now. */
  cut(): void
  /** Lets nothing through any more and says nothing, until it is mended; what is new is swallowed, too. */
  swallow(): void
  mend(): void
  /** Nobody gets through any more: whoever tries is told so at once. */
  down(): void
  up(): void
  /** Cuts the connection that asks for this, after passing it on: its answer never comes. */
  cutAfter(text: string): void
  close(): Promise<void>
}

export async function weakNetwork(to: number): Promise<WeakNetwork> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let swallows = false
  let isDown = false
  let after: string | null = null
  const server: Server = createServer((desk) => {
    if (isDown) {
      desk.on('error', () => undefined)
      desk.destroy()
      return
    }
    const far = connect(to, '127.0.0.1')
    const pair = [desk, far] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      desk.destroy()
      far.destroy()
    }
    let isCut = false
    desk.on('data', (part) => {
      if (swallows) return
      far.write(part)
      if (after !== null && part.includes(after)) {
        after = null
        isCut = true
        // The server has it; the desk never hears what came of it.
        setTimeout(end, 30)
      }
    })
    far.on('data', (part) => void (swallows || isCut || desk.write(part)))
    for (const side of pair) {
      side.on('error', () => undefined)
      side.on('close', () => void (swallows || end()))
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const place = server.address()
  const cut = () => {
    for (const pair of pairs) for (const side of pair) side.destroy()
    pairs.clear()
  }
  return {
    port: typeof place === 'object' && place ? place.port : 0,
    cut,
    swallow: () => {
      swallows = true
    },
    mend: () => {
      swallows = false
      cut()
    },
    down: () => {
      isDown = true
      cut()
    },
    up: () => {
      isDown = false
    },
    cutAfter: (text) => {
      after = text
    },
    close: () => {
      cut()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
