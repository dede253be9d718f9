import { readHead } from '../ledger/verify-chain.ts'
import type { SettingsStore } from '../settings/schema.ts'
import type { Database } from '../storage/database.ts'

// Whoever changes the data file can compute the whole chain of hashes anew. So number and hash of the last entry are
// kept outside it, too, and `verify` compares.

/** A new data file has a ledger of its own: what was remembered of the one before it in this folder no longer holds. */
export async function forgetOtherHead(database: Database, settings: SettingsStore): Promise<void> {
  if (!settings.read().ledgerHead) return
  if (!(await database.read(readHead))) await settings.write({ ledgerHead: null })
}

/** Remembers how far the ledger goes, unless it is not the one that was remembered: then that stays, to be found. */
export async function rememberHead(database: Database, settings: SettingsStore): Promise<void> {
  const known = settings.read().ledgerHead ?? null
  const { head, hashOfKnown } = await database.read(async (db) => ({
    head: await readHead(db),
    hashOfKnown: known
      ? await db.selectFrom('entries').select('hash').where('number', '=', known.number).executeTakeFirst()
      : undefined,
  }))
  if (!head || head.number === known?.number) return
  if (known && (!hashOfKnown || Buffer.from(hashOfKnown.hash).toString('hex') !== known.hash)) return
  await settings.write({ ledgerHead: head })
}
