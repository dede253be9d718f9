import { say } from './words/say.ts'

/** A number outgrew what can be kept exactly. Thrown from deep within a sum, and refused in words where it arrives. */
export class TooLarge extends Error {
  constructor(what: 'amount' | 'quantity' | 'line' | 'account') {
    super(say(`text.${what}_too_large`))
    this.name = 'TooLarge'
  }
}
