import type { BrowserWindowConstructorOptions } from 'electron'

/** The window as it must be: sandboxed, isolated, without Node, without any other door than the preload's. */
export function windowSettings(
  preload: string,
  bounds: { width: number; height: number } | undefined,
): BrowserWindowConstructorOptions {
  return {
    width: bounds?.width ?? 1440,
    height: bounds?.height ?? 900,
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
