import { app } from 'electron'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultDataFolder } from './settings/data-folder.ts'
import { ownsDataFolder, runDesktop, sayWhyNot } from './shell/desktop.ts'
import { dataPlace } from './terminal/data-place.ts'
import { readWords, runCommandLine } from './terminal/command-line.ts'

// Built to out/main.
const built = dirname(dirname(fileURLToPath(import.meta.url)))
const words = process.argv.slice(app.isPackaged ? 1 : 2).filter((word) => !word.startsWith('--inspect'))

const asked = readWords(words)

if (asked.kind === 'command') {
  // The packaged application answers to the same commands as `npm run blocktime`.
  app.exit(
    await runCommandLine(words, async (options) => {
      const { runServe } = await import('./browser/serve.ts')
      return runServe({ ...options, built })
    }),
  )
} else {
  const dataFolder = dataPlace(asked.dataFolder ?? defaultDataFolder())
  // Not awaited: Electron becomes ready only once this module has been evaluated.
  if (ownsDataFolder(dataFolder)) runDesktop(built, dataFolder).catch(sayWhyNot)
  else app.quit()
}
