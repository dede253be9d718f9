import type { BrowserWindow, OpenDialogOptions } from 'electron'
import { isAbsolute } from 'node:path'
import { say } from '../../shared/words/say.ts'

/** The piece of Electron that shows the system's dialog. */
export interface Dialogs {
  showOpenDialog(
    window: BrowserWindow,
    options: OpenDialogOptions,
  ): Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }>
}

/** Has a person choose a folder, in front of the window; a new one can be made there. */
export function folderDialog(dialogs: Dialogs, window: () => BrowserWindow | undefined) {
  let open = false
  return async (from: string): Promise<string | null> => {
    const owner = window()
    // A second dialog would lie behind the first, and hold the window up after it.
    if (!owner || open) return null
    open = true
    try {
      const { canceled, filePaths } = await dialogs.showOpenDialog(owner, {
        title: say('shell.choose_a_folder'),
        properties: ['openDirectory', 'createDirectory'],
        ...(isAbsolute(from) ? { defaultPath: from } : {}),
      })
      return canceled ? null : (filePaths[0] ?? null)
    } finally {
      open = false
    }
  }
}
