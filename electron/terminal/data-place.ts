import { join, resolve } from 'node:path'
import { defaultDataFolder } from '../settings/data-folder.ts'
import { DESKS, deskFolder } from '../storage/desk-place.ts'
import { readAddress, type AddressProblem } from '../storage/server-address.ts'
import { dataNamed, isAddress } from './asked-for.ts'

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
  return deskFolder(desksFolder(), address)
}

/** Beside the school of this computer. */
function desksFolder(): string {
  const usual = defaultDataFolder()
  // Where the address itself is the usual place, the desks' folder lies where it would without it.
  return join(isAddress(usual) ? defaultDataFolder({ ...process.env, BLOCKTIME_DATA: '' }) : usual, DESKS)
}
