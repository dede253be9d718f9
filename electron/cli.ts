import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from './terminal/command-line.ts'

// Built to out/main.
const built = dirname(dirname(fileURLToPath(import.meta.url)))

process.exitCode = await runCommandLine(process.argv.slice(2), async (options) => {
  // The browser host is not needed for the other commands, and makes their start slower.
  const { runServe } = await import('./browser/serve.ts')
  return runServe({ ...options, built })
})
