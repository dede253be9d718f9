import type { CallEnvelope, CallReply } from '../../shared/contract/index.ts'

/** The window's only door to the engine. Electron's preload and the browser host each provide exactly this. */
interface Door {
  readonly invoke: (envelope: CallEnvelope) => Promise<CallReply>
}

declare global {
  interface Window {
    readonly blocktime?: Door
  }
}

/** Sends an envelope through the door; throws where the host has not provided one. */
export function throughDoor(envelope: CallEnvelope): Promise<CallReply> {
  const door = window.blocktime
  if (!door) throw new Error('The host of this window provides no way to the engine.')
  return door.invoke(envelope)
}
