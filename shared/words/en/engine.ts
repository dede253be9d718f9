import { activity_csv } from './engine/activity-csv.ts'
import { at_terminal } from './engine/at-terminal.ts'
import { bench } from './engine/bench.ts'
import { browser } from './engine/browser.ts'
import { command_line } from './engine/command-line.ts'
import { corrections } from './engine/corrections.ts'
import { desk } from './engine/desk.ts'
import { documents } from './engine/documents.ts'
import { door } from './engine/door.ts'
import { drafts } from './engine/drafts.ts'
import { explained } from './engine/explained.ts'
import { findings } from './engine/findings.ts'
import { folders } from './engine/folders.ts'
import { refused_calls } from './engine/refused-calls.ts'
import { refusals } from './engine/refusals.ts'
import { sentences } from './engine/sentences.ts'
import { server_place } from './engine/server-place.ts'
import { shell } from './engine/shell.ts'
import { unsent } from './engine/unsent.ts'

/** What only the engine says: its refusals, the command line, the explanations. A window is built without it. */
export const engine = {
  activity_csv,
  at_terminal,
  bench,
  browser,
  command_line,
  corrections,
  desk,
  documents,
  door,
  drafts,
  explained,
  findings,
  folders,
  refusals,
  refused_calls,
  sentences,
  server_place,
  shell,
  unsent,
} as const
