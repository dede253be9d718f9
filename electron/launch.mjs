// `npm start` and `npm run blocktime -- COMMAND`. Plain JavaScript that even an old Node can read, so that the wrong
// Node gets a plain sentence or the right Node, and not a stack trace.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, buildIfNeeded } from './launch/build.mjs'
import { hasOldNode, runAgainOnOwnNode } from './launch/own-node.mjs'
import { runCommand, start } from './launch/hosts.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [first, ...rest] = process.argv.slice(2)

if (hasOldNode()) {
  await runAgainOnOwnNode(root, process.argv.slice(1))
} else if (first === 'build') {
  await build(root)
} else if (await buildIfNeeded(root)) {
  await (first === 'start' ? start(root, rest) : runCommand(root, process.argv.slice(2)))
}
