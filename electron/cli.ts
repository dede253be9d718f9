import { runCommandLine } from './terminal/command-line.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), async (options) => {
  // The browser host is not needed for the other commands, and makes their start slower.
  const { runServe } = await import('./browser/serve.ts')
  await runServe(options)
})
