import { z } from 'zod'
import type { CallReply } from '../../shared/contract/index.ts'
import type { Standing } from '../../shared/contract/backups.ts'
import type { StartState } from '../../shared/contract/start.ts'
import { done, type Failure, type Outcome } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'
import { logBroken } from '../log/program-log.ts'
import { StorageProblem } from '../storage/problem.ts'
import { contract, isCallName } from './contract.ts'
import { checkedInput } from './input-failure.ts'
import { troubleImplementations, type TroubleCall, type TroubleDoor } from './areas/trouble.ts'

const callSchema = z.object({ call: z.string().max(100), input: z.unknown() })
const START: StartState = { phase: 'trouble', school: null, administrators: [], demonstrationRoles: [] }

/** The implementation belongs to the call by the map's type; TypeScript cannot follow that through a name. */
type Loose = (context: object, input: unknown) => Promise<Outcome<unknown>>

/** Carries out a call while the school is not open: only what brings it back works, everything else says why. */
export async function dispatchInTrouble(door: TroubleDoor, envelope: unknown): Promise<CallReply> {
  const sent = callSchema.safeParse(envelope)
  if (!sent.success) return failed({ code: 'invalid_input', message: say('refused_calls.not_an_envelope') })
  const { call, input } = sent.data
  if (call === 'start.state') return done(START)
  if (call === 'backups.standing') return done(standing(door))
  const implementations = troubleImplementations(door)
  if (!isCallName(call) || !Object.hasOwn(implementations, call)) {
    const problem = door.problem()
    return problem ? failed(problem.failure) : whileSwitching()
  }
  const checked = checkedInput(contract[call].input, input)
  if ('failure' in checked) return failed(checked.failure)
  try {
    return await (implementations[call as TroubleCall] as Loose)({}, checked.value)
  } catch (error) {
    if (error instanceof StorageProblem) return failed(error.failure)
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    logBroken(door.dataFolder, error)
    return failed({
      code: 'internal',
      message: say('refused_calls.internal'),
      remedy: say('refused_calls.internal_remedy'),
    })
  }
}

/** What a window that is still open shows on every screen. */
function standing(door: TroubleDoor): Standing {
  const problem = door.problem()
  if (!problem) return { trouble: null, outbox: null, backups: null }
  const { message, remedy = '' } = problem.failure
  return { trouble: { kind: problem.kind, message, remedy }, outbox: null, backups: null }
}

/** While one school is closed and another is opened, in the moments of a restore. */
export function whileSwitching(): CallReply {
  return failed({ code: 'busy', message: say('trouble.switching'), remedy: say('trouble.switching_remedy') })
}

function failed(failure: Failure): CallReply {
  return { ok: false, failure }
}
