import { randomUUID } from 'node:crypto'
import { StorageProblem } from '../problem.ts'
import { addressText } from './address.ts'
import { mayTell, TELLING } from './server-listener.ts'
import type { ServerConnection } from './server-connection.ts'
import { asServerProblem, codeOf, isToBeTriedAgain } from './server-problem.ts'
import type { Side } from './side-of.ts'

/** So often a work is done anew whose transaction was lost, or stood in another's way. */
const MOST_ATTEMPTS = 8
/** Marks of works are looked for right after they were made; so many later works they stay. */
const MARKS_KEPT = 100_000
const PRUNED_EVERY = 1_000
/** What the server says where another one holds a row for longer than is waited. */
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Runs one unit of work in one transaction that holds the writers' row: one at a time in the whole school. Where the
 * connection is lost, the work is done again. Lost in the very commit, it is looked up by its mark whether it was kept.
 */
export async function written<T>(side: Side, work: () => Promise<T>, insist: () => void): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const mark = randomUUID()
    const tried = await attempted(side, mark, work, insist)
    if ('value' in tried) return tried.value
    if (tried.inCommit && (await wasKept(side, mark))) return tried.inCommit.value
    if (attempt >= MOST_ATTEMPTS) throw asServerProblem(tried.error, side.connection.address)
  }
}

interface Lost<T> {
  readonly error: unknown
  /** what the work answered, where the connection was lost while it was kept */
  readonly inCommit: { readonly value: T } | null
}

/** Answers the error where the work may be done anew; throws it where not. */
async function attempted<T>(
  side: Side,
  mark: string,
  work: () => Promise<T>,
  insist: () => void,
): Promise<{ readonly value: T } | Lost<T>> {
  const { connection } = side
  let inCommit: { value: T } | null = null
  try {
    await connection.insist()
    side.tells ??= await mayTell(connection)
    const version = await begin(side, mark)
    const value = await work()
    insist()
    inCommit = { value }
    // A transaction in which a statement failed is undone by its commit, and that is no error to the server.
    const { command } = await connection.ask('commit')
    if (command !== 'COMMIT') throw new Error('a statement of the work failed, and the work went on')
    side.seen.version = version
    return { value }
  } catch (error) {
    if (connection.isLost) return { error, inCommit }
    await undo(connection)
    if (isToBeTriedAgain(error)) return { error, inCommit: null }
    throw asServerProblem(error, connection.address)
  }
}

/**
 * Takes the writers' row, and marks the work in the same step; answers the number that the school's state gets. What is
 * told to all desks here reaches them with the commit, and never where the work is undone.
 */
async function begin(side: Side, mark: string): Promise<number> {
  const [row] = await side.connection.run(`
    begin isolation level read committed; ${side.tells ? TELLING : ''}
    with held as (update writer set version = version + 1 where id = 1 returning version)
    insert into write_marks (mark, version) select '${mark}', version from held returning version`)
  const version = Number(row?.['version'])
  if (version - 1 !== side.seen.version) side.seen.others++
  if (version % PRUNED_EVERY === 0)
    await side.connection.run(`delete from write_marks where version < ${version - MARKS_KEPT}`)
  return version
}

/**
 * Whoever holds the writers' row knows that no work is being kept at this moment. The connection that was lost may hold
 * it still, until the server notices: that is waited for. Where it stays unknown, nobody is told that nothing was kept.
 */
async function wasKept({ connection }: Side, mark: string): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    await connection.insist()
    try {
      const [row] = await connection.run(`
        begin;
        select id from writer where id = 1 for update;
        select count(*) as kept from write_marks where mark = '${mark}'`)
      await undo(connection)
      return row?.['kept'] === 1
    } catch (error) {
      if (!connection.isLost) await undo(connection)
      const isOpen = connection.isLost || codeOf(error) === LOCK_NOT_AVAILABLE
      if (!isOpen) throw asServerProblem(error, connection.address)
      if (attempt >= MOST_ATTEMPTS)
        throw new StorageProblem('server_away', { address: addressText(connection.address) })
    }
  }
}

/** A transaction whose connection is lost meanwhile is undone by the server. */
async function undo(connection: ServerConnection): Promise<void> {
  try {
    await connection.run('rollback')
  } catch (error) {
    if (!connection.isLost) throw error
  }
}

/** Runs a reading in one snapshot; a lost one is simply read again. */
export async function readOnce<T>(side: Side, work: () => Promise<T>, mode = 'read only'): Promise<T> {
  const { connection } = side
  for (let attempt = 1; ; attempt++) {
    try {
      await connection.insist()
      const [row] = await connection.run(
        `begin isolation level repeatable read ${mode}; select version from writer where id = 1`,
      )
      const version = Number(row?.['version'])
      if (version !== side.seen.version) side.seen = { version, others: side.seen.others + 1 }
      const value = await work()
      await connection.run(mode === 'read only' ? 'commit' : 'rollback')
      return value
    } catch (error) {
      if (!connection.isLost) await undo(connection)
      else if (attempt < MOST_ATTEMPTS) continue
      throw asServerProblem(error, connection.address)
    }
  }
}
