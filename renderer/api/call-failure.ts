import type { Failure } from '../../shared/failure.ts'
import { say } from '../../shared/words/say.ts'

/** A refused call, thrown so that queries and forms can show its sentence and its remedy. */
export class CallFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options)
    this.name = 'CallFailure'
    this.failure = failure
  }
}

/** Whatever was thrown, as something a person can read. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof CallFailure) return thrown.failure
  return {
    code: 'internal',
    message: say('api.windowFailed'),
    remedy: say('api.windowFailedRemedy'),
  }
}
