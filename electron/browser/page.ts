import type { CallEnvelope, CallReply } from '../../shared/contract/call.ts'
import { door } from '../../shared/words/en/engine/door.ts'

// Runs in a browser window before the application, and gives it the same door that Electron's preload gives.

/** In memory only: whoever reads the browser's storage finds no way in. A window that is loaded anew is shut out. */
let letIn: Promise<string | null> = Promise.resolve(null)

/** Takes the launch token out of the address: it must not stay in the history. */
function takeAddress(): void {
  const launch = new URLSearchParams(window.location.hash.slice(1)).get('launch')
  if (launch === null) return
  window.history.replaceState(null, '', window.location.pathname)
  letIn = exchange(launch)
}

takeAddress()
// Typed anew into a window that was shut out, the address does not load the page again.
window.addEventListener('hashchange', takeAddress)

async function exchange(token: string): Promise<string | null> {
  try {
    const response = await fetch('/launch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(token),
    })
    return response.ok ? ((await response.json()) as { bearer: string }).bearer : null
  } catch {
    return null
  }
}

/** Loading anew loses what was typed, and the way in: not by a slip on the keyboard. */
window.addEventListener('keydown', (event) => {
  const reload = event.key === 'F5' || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'r')
  if (reload) event.preventDefault()
})

/** Rejects where no answer came: what was asked may have been done. */
async function invoke(envelope: CallEnvelope): Promise<CallReply> {
  const bearer = await letIn
  const headers = {
    'Content-Type': 'application/json',
    'X-Blocktime-Call': envelope.call,
    Authorization: `Bearer ${bearer ?? ''}`,
  }
  const response = await fetch('/call', { method: 'POST', headers, body: JSON.stringify(envelope) })
  if (response.ok) return (await response.json()) as CallReply
  if (response.status >= 500) throw new Error('no answer')
  return response.status === 413 ? tooMuch() : shutOut()
}

function shutOut(): CallReply {
  return refusal(words('door.loaded_anew'), words('door.open_the_address_again'))
}

function tooMuch(): CallReply {
  return refusal(words('door.that_is_too_much_at_once'), words('door.bring_it_in_with_npm_run_blocktime'))
}

/** Said without the whole catalogue: this runs before anything else of the window, and must be small. */
function words(key: `door.${keyof typeof door}`): string {
  return door[key.slice('door.'.length) as keyof typeof door]
}

function refusal(message: string, remedy: string): CallReply {
  return { ok: false, failure: { code: 'internal', message, remedy } }
}

Object.defineProperty(window, 'blocktime', { value: Object.freeze({ invoke }), writable: false })
