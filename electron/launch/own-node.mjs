import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runToItsEnd } from './child.mjs'

/** The SQLite binding crashes below this. */
const OLDEST_NODE = 22

export function hasOldNode() {
  return Number(process.versions.node.split('.')[0]) < OLDEST_NODE
}

/** Runs the same words on the Node that `npm ci` brought along; its end is this process's end. */
export async function runAgainOnOwnNode(root, words) {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node)) {
    process.stderr.write(
      `Blocktime needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}. ` +
        'Run "npm ci" in its folder, which brings the right Node along, and try again.\n',
    )
    process.exitCode = 1
    return
  }
  const { error } = await runToItsEnd(node, words)
  if (error) process.stderr.write(`Node could not be started (${error.message}). Run "npm ci" and try again.\n`)
}
