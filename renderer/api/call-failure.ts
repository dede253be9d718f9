import type { Failure } from '../../shared/failure.ts'

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
    message: 'Something went wrong in this window.',
    remedy: 'Try again. If it happens again, close Blocktime and open it anew; nothing recorded is lost.',
  }
}
