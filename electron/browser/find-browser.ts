import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

/** Where Chromium, Chrome and Edge lie, by platform; the first that is there is taken. */
function places(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  switch (platform) {
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const folder = environment[variable]
        if (!folder) return []
        return [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ]
      })
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ]
    default:
      return (
        (environment['PATH'] ?? '')
          .split(':')
          // An empty place means the folder one happens to be in: nothing is started from there.
          .filter(isAbsolute)
          .flatMap((folder) =>
            ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map((name) =>
              join(folder, name),
            ),
          )
      )
  }
}

/** A browser that can open a window of its own, or undefined. BLOCKTIME_BROWSER names one. */
export function findBrowser(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const named = environment['BLOCKTIME_BROWSER']
  return [...(named ? [named] : []), ...places(environment, platform)].find((path) => exists(path))
}

/** Switches without which Chromium keeps knocking on doors that a desk does not need, or refuses to run as root. */
export function quietSwitches(root: boolean = process.getuid?.() === 0): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    // A profile of its own has no passwords to keep: without these a desktop's keyring asks for its password.
    '--password-store=basic',
    '--use-mock-keychain',
    ...(root ? ['--no-sandbox'] : []),
  ]
}
