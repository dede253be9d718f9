import type { CallEnvelope, CallReply } from '../../shared/contract/call.ts'

// Runs in a browser window before the application, and gives it the same door that Electron's preload gives.

const KEPT = 'blocktime-window'

const launch = new URLSearchParams(window.location.hash.slice(1)).get('launch')
// The token must not stay in the history.
if (launch !== null) window.history.replaceState(null, '', window.location.pathname)
const letIn: Promise<string | null> = launch === null ? Promise.resolve(sessionStorage.getItem(KEPT)) : exchange(launch)

/** Kept for this tab only, so that a reload does not shut the window out. */
async function exchange(token: string): Promise<string | null> {
  try {
    const response = await fetch('/launch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(token),
    })
    if (!response.ok) return sessionStorage.getItem(KEPT)
    const { bearer } = (await response.json()) as { bearer: string }
    sessionStorage.setItem(KEPT, bearer)
    return bearer
  } catch {
    return null
  }
}

async function invoke(envelope: CallEnvelope): Promise<CallReply> {
  const bearer = await letIn
  const headers = {
    'Content-Type': 'application/json',
    'X-Blocktime-Call': envelope.call,
    Authorization: `Bearer ${bearer ?? ''}`,
  }
  try {
    const response = await fetch('/call', { method: 'POST', headers, body: JSON.stringify(envelope) })
    if (response.ok) return (await response.json()) as CallReply
    return response.status === 413 ? tooMuch() : shutOut()
  } catch {
    return gone()
  }
}

function shutOut(): CallReply {
  return refusal(
    'This window was not opened by Blocktime, or Blocktime was started anew since.',
    'Close it, and open Blocktime again.',
  )
}

function gone(): CallReply {
  return refusal('Blocktime does not run any more.', 'Start it again, then try again.')
}

function tooMuch(): CallReply {
  return refusal('That is too much at once.', 'Bring it in with "npm run blocktime -- import FOLDER".')
}

function refusal(message: string, remedy: string): CallReply {
  return { ok: false, failure: { code: 'internal', message, remedy } }
}

Object.defineProperty(window, 'blocktime', { value: Object.freeze({ invoke }), writable: false })
