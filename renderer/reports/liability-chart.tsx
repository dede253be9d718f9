import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { LiabilityPoint } from '../../shared/contract/liability.ts'
import { dateText } from '../../shared/date-text.ts'
import { cents } from '../../shared/money.ts'
import { moneyText, type MoneyStyle } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { useSchool } from '../ui/school.tsx'
import { axisOf, namedPlaces, placeAt } from './chart-scale.ts'
import classes from './liability-chart.module.css'

const NAMED_DAYS = 6

/**
 * What the school owed in package funds over time, a bar for each day or month. Above it stands the number of the bar
 * under the pointer, or the one that the arrow keys chose; at first the last one, which is the report's own.
 */
export function LiabilityChart({ points }: { points: readonly LiabilityPoint[] }) {
  const school = useSchool()
  const [chosen, setChosen] = useState<number | null>(null)
  const last = points.length - 1
  const shown = points[chosen ?? last]
  if (points.length < 2 || !shown) return null
  const axis = axisOf(Math.max(0, ...points.map(({ liability }) => liability)))
  const top = axis.at(-1) ?? 0
  if (top === 0) return <p className={classes.none}>{say('reports.nothing_owed_over_time')}</p>
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.caption}>{wordsOf(shown, school)}</figcaption>
      <div className={classes.plot}>
        <div className={classes.axis} aria-hidden="true">
          {axis.map((value) => (
            <span key={value} style={{ bottom: `${(100 * value) / top}%` }}>
              {moneyText(cents(value), school)}
            </span>
          ))}
        </div>
        <Bars points={points} axis={axis} at={chosen ?? last} onChoose={setChosen} />
        <div className={classes.days} aria-hidden="true">
          {namedPlaces(points.length, NAMED_DAYS).map((place) => (
            <span key={place} style={{ insetInlineStart: `${(100 * (place + 0.5)) / points.length}%` }}>
              {points[place] && dateText(points[place].date, school.locale)}
            </span>
          ))}
        </div>
      </div>
    </figure>
  )
}

interface BarsProps {
  readonly points: readonly LiabilityPoint[]
  readonly axis: readonly number[]
  /** the place of the bar whose number is shown */
  readonly at: number
  /** null: the last one */
  readonly onChoose: (place: number | null) => void
}

function Bars({ points, axis, at, onChoose }: BarsProps) {
  const school = useSchool()
  const top = axis.at(-1) ?? 1
  const last = points.length - 1
  const turn = (event: KeyboardEvent) => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onChoose(Math.min(last, Math.max(0, to)))
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    onChoose(placeAt((event.clientX - left) / width, points.length))
  }
  return (
    <div
      className={classes.bars}
      role="slider"
      tabIndex={0}
      aria-label={say('reports.owed_in_package_funds_over_time')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={points[at] && wordsOf(points[at], school)}
      onKeyDown={turn}
      onPointerMove={point}
      onPointerLeave={() => onChoose(null)}
      onBlur={() => onChoose(null)}
    >
      {axis.map((value) => (
        <i key={value} className={classes.line} style={{ bottom: `${(100 * value) / top}%` }} />
      ))}
      {points.map(({ date, liability }, place) => (
        <i
          key={date}
          className={classes.bar}
          data-shown={place === at || undefined}
          style={{ height: `${(100 * liability) / top}%` }}
        />
      ))}
    </div>
  )
}

function wordsOf({ date, liability }: LiabilityPoint, school: MoneyStyle): string {
  return say('reports.owed_on', { day: dateText(date, school.locale), amount: moneyText(liability, school) })
}
