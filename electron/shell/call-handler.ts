import type { CallReply } from '../../shared/contract/index.ts'
import { say } from '../../shared/words/say.ts'
import { isOwnAddress } from './channel.ts'

/** The pieces of an IPC event that tell who sent it. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** Answers calls of the application's own main frame; refuses everything else that reaches the channel. */
export function callHandler(dispatch: (envelope: unknown) => Promise<CallReply>) {
  return async (event: Sender, envelope: unknown): Promise<CallReply> => {
    const frame = event.senderFrame
    if (!frame || frame.parent !== null || !isOwnAddress(frame.url)) {
      return {
        ok: false,
        failure: { code: 'not_permitted', message: say('shell.this_call_did_not_come_from_the') },
      }
    }
    return dispatch(envelope)
  }
}
