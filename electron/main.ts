import { app } from 'electron'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultDataFolder } from './settings/data-folder.ts'
import { runDesktop } from './shell/desktop.ts'
import { runCommandLine } from './terminal/command-line.ts'

// Built to out/main.
const built = dirname(dirname(fileURLToPath(import.meta.url)))
const words = process.argv.slice(app.isPackaged ? 1 : 2).filter((word) => !word.startsWith('--inspect'))

if (words.length > 0) {
  // The packaged application answers to the same commands as `npm run blocktime`.
  app.exit(
    await runCommandLine(words, async (options) => {
      const { runServe } = await import('./browser/serve.ts')
      return runServe({ ...options, built })
    }),
  )
} else if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  await runDesktop(built, defaultDataFolder())
}
