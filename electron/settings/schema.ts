import { z } from 'zod'

/** What is remembered on this computer, outside the school's data. */
export const settingsSchema = z.object({
  /** the window's size and place when it was last closed */
  bounds: z.object({ x: z.number(), y: z.number(), width: z.int().min(200), height: z.int().min(200) }).optional(),
})
export type DeskSettings = z.output<typeof settingsSchema>

/** Where settings are kept: electron-store in Electron, conf elsewhere. */
export interface SettingsStore {
  read(): DeskSettings
  write(settings: DeskSettings): void
}

/** What a file holds of the settings; one that somebody broke counts as empty. */
export function settingsOf(kept: unknown): DeskSettings {
  return settingsSchema.safeParse(kept).data ?? {}
}
