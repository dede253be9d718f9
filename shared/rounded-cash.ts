import { cents, type Cents } from './money.ts'

/** What the drawer takes or gives for an amount: rounded half up to the step, ties away from zero. Step 0: the amount. */
export function rounded(amount: Cents, step: number): Cents {
  if (step <= 1) return amount
  const steps = Math.floor((Math.abs(amount) * 2 + step) / (step * 2))
  return cents(Math.sign(amount) * steps * step)
}
