import type { CallName, CallReply } from '../../shared/contract/index.ts'
import type { FailureCode, Outcome } from '../../shared/failure.ts'
import { millisecondsSince } from '../log/milliseconds.ts'
import { log } from '../log/program-log.ts'
import { isCallName } from './contract.ts'

const SLOW_MS = 2_000

/** Writes down what was refused, by its code, and what took long: never what was asked or answered. */
export async function logged(dataFolder: string, envelope: unknown, reply: Promise<CallReply>): Promise<CallReply> {
  const began = performance.now()
  const answer = await reply
  const ms = millisecondsSince(began)
  const call = callOf(envelope)
  if (!answer.ok) log(dataFolder, { event: 'call refused', call, code: answer.failure.code, ms })
  else if (ms >= SLOW_MS && call !== null) log(dataFolder, { event: 'call slow', call, ms })
  return answer
}

/** How something ended, in a word. */
export function endedAs(outcome: Outcome<unknown>): 'done' | FailureCode {
  return outcome.ok ? 'done' : outcome.failure.code
}

/** A call by its name in the contract: whatever else was sent as a name may be anything. */
function callOf(envelope: unknown): CallName | null {
  const call = typeof envelope === 'object' && envelope !== null && 'call' in envelope ? envelope.call : null
  return typeof call === 'string' && isCallName(call) ? call : null
}
