import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { defaultDataFolder } from '../settings/data-folder.ts'
import { addressText, readAddress, type AddressProblem, type ServerAddress } from '../storage/server-address.ts'
import { leadToServer } from '../storage/server-folder.ts'
import { dataNamed, isAddress } from './asked-for.ts'

/** Desks at schools on servers have their folders in one, beside the school of this computer. */
const DESKS = 'desks'

/** Why one of the addresses that stand where a data folder is meant cannot be taken; null where all can. */
export function addressProblem(words: readonly string[]): AddressProblem | null {
  for (const named of dataNamed(words, defaultDataFolder()).filter(isAddress)) {
    const read = readAddress(named)
    if (typeof read === 'string') return read
  }
  return null
}

/** The data folder that was named; for a server's address this desk's own folder beside the school there. */
export function dataPlace(named: string): string {
  const read = isAddress(named) ? readAddress(named) : 'form'
  if (typeof read === 'string') return resolve(named)
  const { rootCertificate } = read
  const address = { ...read, rootCertificate: rootCertificate === null ? null : resolve(rootCertificate) }
  const folder = join(desksFolder(), deskName(address))
  leadToServer(folder, addressText(address))
  return folder
}

function desksFolder(): string {
  const usual = defaultDataFolder()
  // Where the address itself is the usual place, the desks' folder lies where it would without it.
  return join(isAddress(usual) ? defaultDataFolder({ ...process.env, BLOCKTIME_DATA: '' }) : usual, DESKS)
}

/** A name that a person recognises, and no other address has. */
function deskName(address: ServerAddress): string {
  const words = `${address.host} ${address.database}`.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
  return `${words}-${createHash('sha256').update(addressText(address)).digest('hex').slice(0, 8)}`
}
