import type { Database as Sqlite } from 'better-sqlite3'
import SqliteDatabase from 'better-sqlite3'
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileHash, makeDurable, makeFolderDurable, PRIVATE } from '../durable-file.ts'
import { temporaryName } from '../temporary-files.ts'

/**
 * Keeps a file as it is before a migration changes it, beside it. The copy takes its name only once it is whole, checked
 * and durable: a program that was killed meanwhile leaves nothing that the next start would trust.
 * @param version the schema that the migration leads to first
 */
export async function keepBefore(file: string, sqlite: Sqlite, version: number): Promise<void> {
  const fresh = temporaryName(file)
  try {
    sqlite.prepare('vacuum into ?').run(fresh)
    chmodSync(fresh, PRIVATE.file)
    makeDurable(fresh)
    insistOnWhole(fresh, version - 1)
    const copy = await freeName(`${file}.before-version-${version}`, fresh)
    if (copy === null) return
    renameSync(fresh, copy)
    makeFolderDurable(dirname(file))
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** The first name that is free; null where a copy of the very same data is there. */
async function freeName(name: string, fresh: string): Promise<string | null> {
  const hash = await fileHash(fresh)
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name}-${count}`
    if (!existsSync(candidate)) return candidate
    if ((await fileHash(candidate)) === hash) return null
  }
}

function insistOnWhole(copy: string, version: number): void {
  const opened = new SqliteDatabase(copy, { readonly: true })
  try {
    const found = opened.pragma('quick_check(1)', { simple: true })
    const schema = opened.pragma('user_version', { simple: true })
    if (found !== 'ok' || schema !== version) throw new Error(`the copy before the migration is not whole: ${found}`)
  } finally {
    opened.close()
  }
}
