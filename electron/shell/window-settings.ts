import type { BrowserWindowConstructorOptions } from 'electron'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The window as it must be: sandboxed, isolated, without Node, without any other door than the preload's. */
export function windowSettings(
  preload: string,
  bounds: Bounds | undefined,
  screens: readonly Bounds[],
): BrowserWindowConstructorOptions {
  return {
    width: bounds?.width ?? 1440,
    height: bounds?.height ?? 900,
    ...(bounds && screens.some((screen) => showsTop(screen, bounds)) ? { x: bounds.x, y: bounds.y } : {}),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Blocktime',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  }
}

/** Whether the middle of the window's top, where one grips it, is on a screen: it may have been unplugged since. */
function showsTop(screen: Bounds, { x, y, width }: Bounds): boolean {
  const middle = x + width / 2
  return middle >= screen.x && middle < screen.x + screen.width && y >= screen.y && y < screen.y + screen.height
}
