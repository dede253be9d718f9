import type { LiabilityPoint } from '../../shared/contract/liability.ts'
import { dateText } from '../../shared/date-text.ts'
import { cents } from '../../shared/money.ts'
import { moneyText } from '../../shared/money-text.ts'
import { useSchool } from '../ui/school.tsx'
import classes from './reports.module.css'

const WIDTH = 900
const HEIGHT = 160
const GAP = 0.25

/** What the school owed in package funds over time, a bar for each day or month; each bar says its number. */
export function LiabilityChart({ points }: { points: readonly LiabilityPoint[] }) {
  const school = useSchool()
  const most = Math.max(1, ...points.map(({ liability }) => liability))
  if (points.length < 2) return null
  const step = WIDTH / points.length
  return (
    <figure className={classes.chart}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label="Owed in package funds over time"
      >
        {points.map(({ date, liability }, place) => {
          const height = (HEIGHT * liability) / most
          return (
            <rect
              key={date}
              x={place * step + (step * GAP) / 2}
              y={HEIGHT - height}
              width={step * (1 - GAP)}
              height={height}
            >
              <title>{`${dateText(date, school.locale)}: ${moneyText(liability, school)}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption>
        <span>{points[0] && dateText(points[0].date, school.locale)}</span>
        <span>Owed in package funds; the highest bar is {moneyText(cents(most), school)}</span>
        <span>{dateText(points.at(-1)?.date ?? school.today, school.locale)}</span>
      </figcaption>
    </figure>
  )
}
