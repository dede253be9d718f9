import { Client, type ClientConfig } from 'pg'

/** So long an answer is waited for before it is looked whether the other side is still there. */
const LOOKS_AFTER_MS = 8_000
const LOOKS_EVERY_MS = 4_000

/**
 * Waits for an answer of the server, and cuts the connection where nobody is at its other end any more: a network that
 * was unplugged says nothing, and the system would wait a quarter of an hour. An answer that takes long is no reason:
 * the server is asked beside it whether it still works on the session.
 * @param config how the connection was made
 * @param session the server's number for the connection
 */
export async function whileThere<T>(
  answer: Promise<T>,
  config: ClientConfig,
  session: number,
  cut: () => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    const there = await isThere(config, session)
    if (!there) cut()
    else if (timer !== undefined) timer = setTimeout(() => void look(), LOOKS_EVERY_MS)
  }
  timer = setTimeout(() => void look(), LOOKS_AFTER_MS)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
    timer = undefined
  }
}

async function isThere(config: ClientConfig, session: number): Promise<boolean> {
  const beside = new Client({ ...config, query_timeout: LOOKS_EVERY_MS })
  beside.on('error', () => undefined)
  try {
    await beside.connect()
    const text = 'select count(*)::int as there from pg_stat_activity where pid = $1'
    const { rows } = await beside.query<{ there: number }>(text, [session])
    return rows[0]?.there === 1
  } catch {
    return false
  } finally {
    await beside.end().catch(() => undefined)
  }
}
