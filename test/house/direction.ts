import type { Import } from './imports-of.ts'

const ENGINE = ['documents', 'billing', 'ledger', 'storage', 'log']
const READINGS = ['reports', 'statements', 'reconcile', 'verification', 'school', 'people', ...ENGINE]

/** The rooms of electron/, and what each may import besides itself and shared/. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  main: ['shell', 'browser', 'terminal', 'window', 'calls', 'settings', ...READINGS],
  cli: ['browser', 'terminal', 'window', 'calls', 'settings', ...READINGS],
  preload: [],
  shell: ['window', 'calls', 'settings', ...READINGS],
  browser: ['window', 'calls', 'settings', ...READINGS],
  terminal: ['window', 'calls', 'settings', ...READINGS],
  window: ['settings', ...ENGINE],
  calls: ['settings', ...READINGS],
  school: ['reports', 'statements', 'verification', 'people', ...ENGINE],
  verification: ['reports', 'statements', 'reconcile', ...ENGINE],
  statements: ['reports', ...ENGINE],
  reconcile: ENGINE,
  reports: ENGINE,
  people: ENGINE,
  documents: [],
  billing: ['ledger', 'storage'],
  ledger: ['storage'],
  storage: ['migrations', 'log'],
  log: [],
  settings: [],
}

/** Packages with one home each, and who may open the door. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  electron: ['main', 'preload', 'shell'],
  'electron-store': ['settings', 'shell', 'main'],
  'better-sqlite3': ['storage'],
  pg: ['storage'],
}

/** Packages of the main process, which a window must not carry. */
const MAIN_ONLY = [
  'electron',
  'electron-store',
  'better-sqlite3',
  'pg',
  'kysely',
  'conf',
  'commander',
  'csv-parse',
  'csv-stringify',
  'write-excel-file',
  'pdfkit',
  'fontkit',
  'bidi-js',
]
const WINDOW_ONLY = ['react', 'react-dom', '@mantine', '@tanstack', '@tabler']

/** Why an import breaks the house's directions; undefined where it keeps them. */
export function broken({ from, to, names }: Import): string | undefined {
  const here = roomOf(from)
  const there = roomOf(to)
  if (there === undefined) return brokenByPackage(here, packageOf(to), names)
  if (there === here || there === 'shared')
    return here === 'migrations' && there === 'shared' ? 'a migration imports kysely only' : undefined
  if (here === undefined || here === 'test') return undefined
  // An action is declared once, in the main process; the contract has its types, and nothing of it when it runs.
  if (from === 'shared/contract/actions.ts' && to === 'electron/billing/actions/index.ts') return undefined
  if (here === 'shared') return 'shared imports nothing of the project'
  if (here === 'renderer') return 'the window imports shared only'
  if (here === 'migrations') return 'a migration imports kysely only'
  if (/^electron\/storage\/(sqlite|postgres)\//.test(to)) return 'only storage knows its engines'
  const below = BELOW[here]
  if (below === undefined)
    return `electron/${here} is no room of the house: give it its place in test/house/direction.ts and .oxlintrc.json`
  return below.includes(there) ? undefined : `${here} must not import ${there}`
}

function brokenByPackage(here: string | undefined, name: string, names: readonly string[]): string | undefined {
  if (here === undefined || here === 'test') return undefined
  if (here === 'migrations') return name === 'kysely' ? undefined : 'a migration imports kysely only'
  if (here === 'renderer' || here === 'shared') {
    if (MAIN_ONLY.includes(name) || name.startsWith('node:')) return `${here} must not import ${name}`
    return here === 'shared' && WINDOW_ONLY.includes(name) ? `shared must not import ${name}` : undefined
  }
  if (WINDOW_ONLY.includes(name)) return `the main process must not import ${name}`
  if (name === 'electron' && names.includes('ipcRenderer') && here !== 'preload')
    return 'ipcRenderer belongs to preload.ts'
  const homes = HOMES[name]
  return homes && !homes.includes(here) ? `${here} must not import ${name}` : undefined
}

/** The room of a path from the root; undefined for a package and for the files beside the rooms. */
function roomOf(path: string): string | undefined {
  const [top, second] = path.split('/')
  if (top === 'electron' && second !== undefined && /^electron\/.*\.(ts|tsx|mjs|css)$/.test(path)) {
    return second.replace(/\.(ts|mjs)$/, '')
  }
  return path.includes('/') && ['renderer', 'shared', 'migrations', 'test'].includes(top!) ? top : undefined
}

function packageOf(to: string): string {
  return to.startsWith('node:') ? to : to.split('/')[0]!
}
