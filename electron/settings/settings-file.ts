import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsSchema, type DeskSettings } from './schema.ts'

/**
 * Reads settings.json of a data folder, without the store that writes it: loading that one takes longer than the rest
 * of a start. A file that is not there, or that somebody broke, counts as empty.
 */
export function readSettings(dataFolder: string): DeskSettings {
  try {
    return settingsSchema.safeParse(JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8'))).data ?? {}
  } catch {
    return {}
  }
}
