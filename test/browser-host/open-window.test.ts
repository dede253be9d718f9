import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../electron/browser/find-browser.ts'
import { openWindow } from '../../electron/browser/open-window.ts'
import { temporaryFolder } from '../temporary-school.ts'

const ADDRESS = 'http://127.0.0.1:1/#launch=the-token'

/**
 * A program in the place of the browser: notes its switches and what the page that it is to open holds, then ends, or
 * stays until it is told to.
 */
function browserInPlace(stays: boolean) {
  const folder = temporaryFolder()
  const [program, notes] = [join(folder, 'browser'), join(folder, 'notes.json')]
  writeFileSync(
    program,
    `#!${process.execPath}
const { readFileSync, mkdirSync, statSync, writeFileSync, renameSync } = require('node:fs')
const { fileURLToPath } = require('node:url')
const value = (name) => process.argv.find((word) => word.startsWith(name)).slice(name.length)
const page = fileURLToPath(value('--app='))
mkdirSync(value('--user-data-dir='))
const notes = { switches: process.argv.slice(2), page, content: readFileSync(page, 'utf8'), mode: statSync(page).mode & 0o777 }
writeFileSync('${notes}.new', JSON.stringify(notes))
renameSync('${notes}.new', '${notes}')
${stays ? 'setInterval(() => undefined, 1000)' : ''}
`,
  )
  chmodSync(program, 0o755)
  const noted = () =>
    JSON.parse(readFileSync(notes, 'utf8')) as { switches: string[]; page: string; content: string; mode: number }
  return {
    environment: { PATH: '', DISPLAY: ':0', BLOCKTIME_BROWSER: program },
    noted,
    hasNoted: () => existsSync(notes),
  }
}

describe.skipIf(process.platform === 'win32')('the window that Blocktime opens itself', () => {
  it('gets its address from a file that only this user can read, not from the command line', async () => {
    const data = temporaryFolder()
    const { environment, noted } = browserInPlace(false)
    const window = await openWindow(ADDRESS, data, environment)
    await window?.ended
    const { switches, content, mode } = noted()
    expect(switches.join(' ')).not.toContain('the-token')
    expect(content).toContain(`url=${ADDRESS}`)
    expect(mode).toBe(0o600)
    expect(statSync(join(data, 'window')).mode & 0o777).toBe(0o700)
    await window?.close()
  })

  it('is ended with Blocktime, and leaves neither the file nor its profile behind', async () => {
    const data = temporaryFolder()
    const { environment, noted, hasNoted } = browserInPlace(true)
    const window = await openWindow(ADDRESS, data, environment)
    await expect.poll(hasNoted, { timeout: 10_000 }).toBe(true)
    expect(existsSync(noted().page)).toBe(true)
    await window?.close()
    await window?.ended
    expect(existsSync(noted().page)).toBe(false)
    expect(existsSync(join(data, 'window', `profile-${process.pid}`))).toBe(false)
  })

  it('has a profile of its own; what a killed process left behind is taken away, a running one keeps its own', async () => {
    const data = temporaryFolder()
    const { environment, noted } = browserInPlace(false)
    const [dead, alive] = [join(data, 'window', 'profile-999999999'), join(data, 'window', `profile-${process.ppid}`)]
    for (const folder of [dead, alive]) mkdirSync(folder, { recursive: true })
    const window = await openWindow(ADDRESS, data, environment)
    await window?.ended
    expect(noted().switches).toContain(`--user-data-dir=${join(data, 'window', `profile-${process.pid}`)}`)
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true])
    await window?.close()
  })

  it('is not opened where there is no browser, no display, or one that does not start', async () => {
    const data = temporaryFolder()
    const broken = join(temporaryFolder(), 'broken')
    writeFileSync(broken, '')
    const { environment } = browserInPlace(false)
    expect(await openWindow(ADDRESS, data, { PATH: '', DISPLAY: ':0' })).toBeUndefined()
    expect(await openWindow(ADDRESS, data, { PATH: '', DISPLAY: ':0', BLOCKTIME_BROWSER: broken })).toBeUndefined()
    if (process.platform === 'linux')
      expect(await openWindow(ADDRESS, data, { ...environment, DISPLAY: '' })).toBeUndefined()
  })
})

describe('the browser that is taken', () => {
  const found = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, there: string) =>
    findBrowser(environment, platform, (path) => path.replaceAll('\\', '/') === there)

  it.each([
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'],
    ['linux', { PATH: '/opt/bin' }, '/opt/bin/google-chrome'],
    ['darwin', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['win32', { PROGRAMFILES: 'C:/Programs' }, 'C:/Programs/Google/Chrome/Application/chrome.exe'],
    ['win32', { 'PROGRAMFILES(X86)': 'C:/P86' }, 'C:/P86/Microsoft/Edge/Application/msedge.exe'],
    ['linux', { PATH: '/usr/bin', BLOCKTIME_BROWSER: '/mine' }, '/mine'],
  ] as const)('on %s with %o is %s', (platform, environment, there) => {
    expect(found(platform, environment, there)?.replaceAll('\\', '/')).toBe(there)
  })

  it('is none where there is none', () => {
    expect(found('linux', { PATH: '/usr/bin' }, '/nowhere')).toBeUndefined()
    expect(findBrowser({}, 'linux', () => true)).toBeUndefined()
  })
})
