import { readdirSync } from 'node:fs'
import { idOf } from './issued-store.ts'

/**
 * A paper in a folder whose number was not issued yet: of another school, or of this one before a backup was put back.
 * Undefined where there is none. @param after the last statement that was issued
 */
export function strangePaper(folder: string, after: number): string | undefined {
  return namesIn(folder).find((name) => {
    const id = idOf(/^(ST-\d+)_.*\.(?:pdf|eml)$/.exec(name)?.[1] ?? '')
    return id !== undefined && id > after
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
