import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where a school's data lies when nobody says otherwise: the folder that Electron uses for an application of this
 * name, so that the window and the command line open the same school. BLOCKTIME_DATA overrides it.
 */
export function defaultDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (environment['BLOCKTIME_DATA']) return environment['BLOCKTIME_DATA']
  const home = homedir()
  switch (platform) {
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Blocktime')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Blocktime')
    default:
      return join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Blocktime')
  }
}
