import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const MADE = new Set([
  '.git',
  'node_modules',
  'out',
  'dist',
  'test-results',
  'playwright-report',
  'coverage',
  '.blocktime',
])

/** Every file of the project, as paths from its root with forward slashes: what git knows or would add. */
export const projectFiles: readonly string[] = inGit() ?? inFolder('')

/** What is built into the application. */
export const sourceFiles = projectFiles.filter((path) =>
  /^(electron|renderer|shared|migrations)\/.*\.(tsx?|mjs|css)$/.test(path),
)

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function inGit(): string[] | undefined {
  if (!existsSync(join(ROOT, '.git'))) return undefined
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const paths = execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).split('\0')
  // A file that was deleted and not yet committed is still listed.
  return paths.filter((path) => path !== '' && existsSync(join(ROOT, path))).toSorted()
}

function inFolder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !MADE.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? inFolder(path) : [path]
    })
    .toSorted()
}
