import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program on this process's own terminal and takes its exit status over. Answers how it ended:
 * `{ error }` where it could not be started, else `{ code, signal, milliseconds }`.
 */
export async function runToItsEnd(program, words, env = process.env) {
  const began = Date.now()
  const child = spawn(program, words, { stdio: 'inherit', env })
  // A Ctrl-C reaches the child by the terminal; who only ends this process means the child as well.
  const pass = (signal) => void child.kill(signal)
  const keep = () => undefined
  process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', keep)
  const end = await new Promise((resolve) => {
    child.once('error', (error) => resolve({ error }))
    child.once('exit', (code, signal) => resolve({ code, signal, milliseconds: Date.now() - began }))
  })
  process.off('SIGTERM', pass).off('SIGHUP', pass).off('SIGINT', keep)
  process.exitCode = end.error ? 1 : (end.code ?? 128 + (constants.signals[end.signal] ?? 0))
  return end
}
