import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-school.ts'

const ELECTRON = resolve(import.meta.dirname, '../../electron')

/** Notes each build, takes a moment over it, and makes a command line that says with which words it was called. */
const BUNDLER = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
appendFileSync('builds', 'x')
console.log('words of the bundler')
setTimeout(() => {
  mkdirSync('out/main', { recursive: true })
  writeFileSync('out/main/cli.js', 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3')
}, 200)
`

/** A project of its own around the real launcher, with a stand-in for the bundler and no Electron. */
function project(): string {
  const root = temporaryFolder()
  for (const folder of ['electron', 'renderer', 'shared', 'migrations', 'node_modules/electron-vite/bin']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  cpSync(join(ELECTRON, 'launch.mjs'), join(root, 'electron/launch.mjs'))
  cpSync(join(ELECTRON, 'launch'), join(root, 'electron/launch'), { recursive: true })
  writeFileSync(join(root, 'node_modules/electron-vite/bin/electron-vite.js'), BUNDLER)
  writeFileSync(join(root, 'package.json'), '{}')
  writeFileSync(join(root, 'electron.vite.config.ts'), '')
  writeFileSync(join(root, 'shared/money.ts'), '')
  return root
}

function launch(root: string, ...words: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
  const child = spawn(process.execPath, [join(root, 'electron/launch.mjs'), ...words], { cwd: root, env })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  return new Promise((done) => child.once('close', (status) => done({ status, out, err })))
}

const builds = (root: string) => readFileSync(join(root, 'builds'), 'utf8').length

describe('the launcher', () => {
  it('runs a command with its words and exit status; standard output is the command’s alone', async () => {
    const { status, out, err } = await launch(project(), 'balances', '--json')
    expect({ status, out }).toEqual({ status: 3, out: '["balances","--json"]\n' })
    expect(err).toContain('words of the bundler')
  })

  it('builds again only when a source was changed, added or taken away', async () => {
    const root = project()
    await launch(root, 'verify')
    await launch(root, 'verify')
    expect(builds(root)).toBe(1)
    utimesSync(join(root, 'shared/money.ts'), 1, 1)
    await launch(root, 'verify')
    expect(builds(root)).toBe(2)
    writeFileSync(join(root, 'renderer/new.ts'), '')
    await launch(root, 'verify')
    expect(builds(root)).toBe(3)
    rmSync(join(root, 'renderer/new.ts'))
    await launch(root, 'verify')
    expect(builds(root)).toBe(4)
  })

  it('started three times at once builds once', async () => {
    const root = project()
    const ends = await Promise.all(['a', 'b', 'c'].map((word) => launch(root, word)))
    expect(ends.map(({ out }) => out)).toEqual(['["a"]\n', '["b"]\n', '["c"]\n'])
    expect(builds(root)).toBe(1)
  })

  it('is not held up by a launch that was killed while it built', async () => {
    const root = project()
    const killed = spawn(process.execPath, ['-e', ''])
    await new Promise((done) => killed.once('close', done))
    mkdirSync(join(root, 'out/.building'), { recursive: true })
    writeFileSync(join(root, 'out/.building/owner'), String(killed.pid))
    expect((await launch(root, 'verify')).out).toBe('["verify"]\n')
  })

  it('builds again after a build that failed, and runs nothing old in its place', async () => {
    const root = project()
    await launch(root, 'verify')
    const bundler = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    writeFileSync(bundler, 'process.exitCode = 1')
    writeFileSync(join(root, 'shared/money.ts'), 'broken')
    expect(await launch(root, 'verify')).toMatchObject({ status: 1, out: '' })
    expect(await launch(root, 'verify')).toMatchObject({ status: 1, out: '' })
    writeFileSync(bundler, BUNDLER)
    expect((await launch(root, 'verify')).out).toBe('["verify"]\n')
  })

  it('says in a sentence what to do where the packages are missing', async () => {
    const root = project()
    rmSync(join(root, 'node_modules'), { recursive: true })
    const { status, err } = await launch(root, 'verify')
    expect(status).toBe(1)
    expect(err).toContain('run "npm ci"')
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe.runIf(process.platform === 'linux')('npm start', () => {
  it('without a display serves the application to a browser, and says why in one line', async () => {
    const { out, err } = await launch(project(), 'start', '--data', 'here')
    expect(out).toBe('["serve","--no-open","--data","here"]\n')
    expect(err.split('\n').filter((line) => line.includes('because'))).toEqual([
      'Blocktime is served to a browser, because there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).',
    ])
  })
})
