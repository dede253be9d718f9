import { app } from 'electron'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultDataFolder } from './settings/data-folder.ts'
import { runDesktop } from './shell/desktop.ts'
import { asksForCommand, runCommandLine } from './terminal/command-line.ts'

// Built to out/main.
const built = dirname(dirname(fileURLToPath(import.meta.url)))
const words = process.argv.slice(app.isPackaged ? 1 : 2).filter((word) => !word.startsWith('--inspect'))

if (asksForCommand(words)) {
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
  const folder = words[words.indexOf('--data') + 1]
  await runDesktop(built, words.includes('--data') && folder ? resolve(folder) : defaultDataFolder())
}
