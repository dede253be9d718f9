import { barShares } from './bar-shares.ts'
import classes from './bar.module.css'

interface BarProps {
  /** what the whole width stands for */
  readonly included: number
  readonly remaining: number
  readonly pending?: number
}

/**
 * A thin bar of what remains. The number always stands beside it, so it is decoration for a screen reader;
 * for the eye it reads without colour: filled, hatched (pending) and outlined (used).
 */
export function Bar({ included, remaining, pending = 0 }: BarProps) {
  const { solid, hatched } = barShares(included, remaining, pending)
  return (
    <div className={classes.track} aria-hidden="true">
      <div className={classes.solid} style={{ width: `${solid}%` }} />
      <div className={classes.hatched} style={{ width: `${hatched}%` }} />
    </div>
  )
}
