import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CallOutput } from '../../shared/contract/index.ts'
import { done, type Outcome } from '../../shared/failure.ts'
import { millisecondsSince } from '../log/milliseconds.ts'
import { log } from '../log/program-log.ts'
import type { Moved } from '../school/moving/move.ts'
import { chooseServer, DESKS, deskFolder } from '../storage/desk-place.ts'
import { addressText, type ServerAddress } from '../storage/server-address.ts'
import { givePassword } from '../storage/server-password.ts'
import type { ChosenPlace } from './areas/school-place.ts'
import type { ServerEntry } from './server-entry.ts'
import { ReadingThreads } from './threads/reading-threads.ts'

/** What was settled for a school beside it, and goes along where it is moved. */
const BESIDE = ['backups.json', 'papers.json']

/** The application whose school is closed, and another one opened. */
interface Opening {
  readonly home: string
  /** the folder in which it works */
  place(): string
  leave(leaving: boolean): Promise<void>
  open(): Promise<boolean>
  /** Opens the same school again, with whoever was signed in: they are told why it was not moved. */
  stay(): Promise<boolean>
}

/** Opens the school of another place, from now on at each start; where it is to go along, it is moved there first. */
export async function toAnotherPlace(
  opening: Opening,
  { address, password, keep, move }: ChosenPlace,
  entry: ServerEntry,
  now: Date,
): Promise<Outcome<CallOutput<'place.choose'>>> {
  const began = performance.now()
  const from = opening.place()
  await opening.leave(move)
  if (address !== null && password !== null) givePassword(addressText(address), password)
  let keptAside: string | null = null
  if (address !== null && move) {
    const moved = await movedTo(opening.home, from, address, now)
    if (!moved.ok) {
      await opening.stay()
      return moved
    }
    ;({ keptAside } = moved.value)
  }
  chooseServer(opening.home, address)
  const opened = await opening.open()
  if (address !== null && password !== null) entry.keep(opening.place(), keep ? password : null)
  const ms = millisecondsSince(began)
  log(opening.place(), { event: 'place', to: address === null ? 'folder' : 'server', moved: move, ms })
  return done({ opened, keptAside })
}

/** In a thread: it is verified and compared before and after, and windows are told meanwhile that it is under way. */
async function movedTo(home: string, from: string, address: ServerAddress, now: Date): Promise<Outcome<Moved>> {
  const to = deskFolder(join(home, DESKS), address)
  const threads = new ReadingThreads(from)
  const answer = await threads.run({ move: { to, shown: addressText(address) } }, now)
  if ('failure' in answer) return { ok: false, failure: answer.failure }
  const moved = answer.value as Outcome<Moved>
  if (!moved.ok) return moved
  for (const name of BESIDE)
    if (existsSync(join(from, name)) && !existsSync(join(to, name))) copyFileSync(join(from, name), join(to, name))
  return moved
}
