import type { MenuItemConstructorOptions } from 'electron'
import { say } from '../../shared/words/say.ts'

/** The menu bar: what the platform expects, and developer tools only where the application is not packaged. */
export function applicationMenu(
  platform: NodeJS.Platform,
  packaged: boolean,
  help: () => void,
): MenuItemConstructorOptions[] {
  return [
    ...(platform === 'darwin'
      ? [{ role: 'appMenu' } as const]
      : [{ label: say('shell.file'), submenu: [{ role: 'quit' } as const] }]),
    { role: 'editMenu' },
    {
      label: say('shell.view'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [{ label: say('shell.guide'), accelerator: 'F1', registerAccelerator: false, click: help }],
    },
  ]
}
