import { z } from 'zod'

/** What is remembered of a data folder, beside the school's data. */
export const settingsSchema = z.object({
  /** the window's size and place when it was last closed */
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) })
    .optional()
    .catch(undefined),
  /** a desk that nobody touches locks itself after so many minutes */
  idleMinutes: z.number().min(1).max(720).optional().catch(undefined),
})
export type DeskSettings = z.output<typeof settingsSchema>

/** Where settings are kept. */
export interface SettingsStore {
  read(): DeskSettings
  /** Changes the settings that are given, and leaves the others. */
  write(settings: DeskSettings): void
}
