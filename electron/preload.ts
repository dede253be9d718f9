import { contextBridge, ipcRenderer } from 'electron'
import type { CallEnvelope } from '../shared/contract/call.ts'

// The window gets this one function and nothing else of Electron. The channel's name stands here, too, because a
// sandboxed preload cannot import; test/shell holds the two together.
contextBridge.exposeInMainWorld('blocktime', {
  invoke: (envelope: CallEnvelope) => ipcRenderer.invoke('blocktime:call', envelope),
})
