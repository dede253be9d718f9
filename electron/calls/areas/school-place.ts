import { isIP } from 'node:net'
import { isAbsolute } from 'node:path'
import type { CallArguments, CallOutput } from '../../../shared/contract/index.ts'
import type { PlaceState, ServerPlace } from '../../../shared/contract/place.ts'
import { done, refused, type Outcome } from '../../../shared/failure.ts'
import { say } from '../../../shared/words/say.ts'
import { chosenServer } from '../../storage/desk-place.ts'
import { holdsSchool, lookAt } from '../../storage/open-database.ts'
import { StorageProblem } from '../../storage/problem.ts'
import { addressText, readAddress, type ServerAddress } from '../../storage/server-address.ts'
import { serverOf } from '../../storage/server-folder.ts'
import type { Implementations } from '../implementation.ts'

/** A place that somebody chose. */
export interface ChosenPlace {
  /** null: the folder with which the desk was started */
  readonly address: ServerAddress | null
  readonly password: string | null
  readonly keep: boolean
  readonly move: boolean
}

/** What the calls about the place of the school work with. */
export interface PlaceDoor {
  /** the folder with which this desk was started */
  readonly home: string
  /** the folder in which it works */
  readonly dataFolder: string
  readonly canKeepPassword: boolean
  /** Closes the school and opens the one of another place. */
  choosePlace(choice: ChosenPlace): Promise<Outcome<CallOutput<'place.choose'>>>
}

/** @param door of whoever holds the school open */
export function placeImplementations(door: PlaceDoor): Implementations<`place.${'state' | 'look' | 'choose'}`> {
  return {
    'place.state': async () => done(placeState(door)),
    'place.look': (_, input) => lookAtPlace(input),
    'place.choose': (_, input) => choosePlace(door, input),
  }
}

export function placeState({ home, dataFolder, canKeepPassword }: PlaceDoor): PlaceState {
  const text = serverOf(dataFolder)
  const address = text === null ? null : readAddress(text)
  return {
    home,
    server: address === null || typeof address === 'string' ? null : shownServer(address),
    changeable: serverOf(home) === null,
    holdsOwn: serverOf(home) === null && holdsSchool(home),
    canKeep: canKeepPassword,
  }
}

function shownServer({ host, port, database, user, rootCertificate, encrypted }: ServerAddress) {
  return { host, port, database, user: user ?? '', certificate: rootCertificate ?? '', encrypted }
}

/** Refused: invalid_input, and everything that is in the way to the server. */
export async function lookAtPlace({
  server,
  password,
}: CallArguments<'place.look'>): Promise<Outcome<CallOutput<'place.look'>>> {
  const address = addressOf(server)
  if (!address.ok) return address
  try {
    const { version, encrypted, school, entries } = await lookAt(address.value, password)
    return done({ version, encrypted, school, entries })
  } catch (error) {
    if (error instanceof StorageProblem) return { ok: false, failure: error.failure }
    throw error
  }
}

/** Only what was found to be there is opened, so that nobody is led to a place where nothing answers. */
export async function choosePlace(
  door: PlaceDoor,
  { server, password, keep, move }: CallArguments<'place.choose'>,
): Promise<Outcome<CallOutput<'place.choose'>>> {
  if (serverOf(door.home) !== null) return no('fixed')
  if (server === null) return door.choosePlace({ address: null, password: null, keep: false, move: false })
  const address = addressOf(server)
  if (!address.ok) return address
  if (addressText(address.value) === chosenServer(door.home)) return no('same')
  const looked = await lookAtPlace({ server, password })
  if (!looked.ok) return looked
  const holds = looked.value.school !== null || looked.value.entries > 0
  if (move && (holds || serverOf(door.dataFolder) !== null)) return no('not_to_move')
  return door.choosePlace({ address: address.value, password, keep, move })
}

/** A computer's name, or the folder of a server within this one. */
const HOST = /^([\p{L}\p{N}._-]+|\/.+)$/u

/** What was typed as an address, where it can be one and is read again as the same. */
function addressOf({ host, port, database, user, certificate }: ServerPlace): Outcome<ServerAddress> {
  if (certificate !== '' && !isAbsolute(certificate)) return no('certificate', 'certificate')
  if (isIP(host) === 0 && !HOST.test(host)) return no('form', 'host')
  const typed = { host, port, database, user: user === '' ? null : user, rootCertificate: certificate || null }
  let read: ReturnType<typeof readAddress> = 'form'
  try {
    read = readAddress(addressText({ ...typed, encrypted: false }))
  } catch {
    // Half a sign cannot be part of an address.
  }
  if (typeof read === 'string' || read.host !== host || read.database !== database) return no('form', 'host')
  return done(read)
}

function no(why: 'fixed' | 'same' | 'not_to_move' | 'certificate' | 'form', field?: string): Outcome<never> {
  return refused(field === undefined ? 'wrong_state' : 'invalid_input', say(`server_place.${why}`), {
    remedy: say(`server_place.${why}_remedy`),
    ...(field === undefined ? {} : { field }),
  })
}
