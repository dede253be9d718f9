import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The pieces of Electron's app that say where files go. */
export interface Placing {
  setPath(name: 'userData' | 'sessionData' | 'crashDumps', path: string): void
}

/**
 * What Electron and Chromium keep for their window (the lock of the single instance, caches, crashes) lies in a folder
 * of its own below the data folder, not among the school's files. Throws where the folder cannot be made.
 */
export function placeFiles(app: Placing, dataFolder: string): void {
  const window = join(dataFolder, 'window')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  mkdirSync(window, { recursive: true, mode: 0o700 })
  app.setPath('userData', window)
  app.setPath('sessionData', window)
  app.setPath('crashDumps', join(window, 'crashes'))
}
