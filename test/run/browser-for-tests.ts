import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { testBrowser } from '../browser/test-browser.ts'

/**
 * The browser for the tests. On a Debian-like machine where this runs as root, as in continuous integration, Chromium is
 * installed if none is there; elsewhere a sentence says what to install.
 */
export function browserForTests(): string | undefined {
  const present = testBrowser()
  if (present) return present
  if (mayInstall()) installChromium()
  const installed = testBrowser()
  if (!installed) {
    process.stdout.write(
      'The browser tests need Chromium, Chrome or Edge, and none was found. Install one (on Debian: apt-get install chromium; ' +
        'elsewhere: npx playwright install chromium), or name its program in BLOCKTIME_CHROMIUM.\n',
    )
  }
  return installed
}

function mayInstall(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    existsSync('/usr/bin/apt-get')
  )
}

function installChromium(): void {
  process.stdout.write('Installing Chromium with apt-get …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'chromium-headless-shell'],
  ]) {
    spawnSync('apt-get', ['-qq', ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
}
