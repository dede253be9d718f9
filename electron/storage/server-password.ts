import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

/** Threads connect for themselves: what is laid here, those that are started later find, and nothing else does. */
const PLACE = 'passwords of servers'

/** Gives a server's password for this run, by its address; null: forgets it. It lies in memory, and nowhere else. */
export function givePassword(address: string, password: string | null): void {
  const { [address]: _, ...others } = given()
  setEnvironmentData(PLACE, password === null ? others : { ...others, [address]: password })
}

/** The password that was given for an address; undefined where PGPASSWORD or the file .pgpass says it. */
export function givenPassword(address: string): string | undefined {
  const all = given()
  return Object.hasOwn(all, address) ? all[address] : undefined
}

function given(): Readonly<Record<string, string>> {
  return (getEnvironmentData(PLACE) ?? {}) as Readonly<Record<string, string>>
}
