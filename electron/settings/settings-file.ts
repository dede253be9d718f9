import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsSchema, type DeskSettings } from './schema.ts'

/** How both stores open the file: settings.json in the data folder, for this user only. */
export function fileOptions(dataFolder: string) {
  return { cwd: dataFolder, configName: 'settings', clearInvalidConfig: true, configFileMode: 0o600 } as const
}

/**
 * Reads the settings of a data folder. Without the stores: loading one takes longer than the rest of the start.
 * A file that is not there, or that somebody broke, counts as empty.
 */
export function readSettings(dataFolder: string): DeskSettings {
  try {
    return settingsSchema.safeParse(JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8'))).data ?? {}
  } catch {
    return {}
  }
}
