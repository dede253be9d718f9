import { Button, Text } from '@mantine/core'
import { longDateText } from '../../../shared/date-text.ts'
import { useSchool } from '../../ui/school.tsx'
import { FigureAmount } from './figure-amount.tsx'
import type { HistoryView } from './history-view.ts'
import classes from './history.module.css'
import type { LineNames } from './line-names.ts'
import { say } from '../../../shared/words/say.ts'

interface FigureBannerProps {
  readonly view: HistoryView
  readonly total: number | null
  readonly names: LineNames
  /** customer and package */
  readonly owner: string
  readonly onShowAll: () => void
}

/** Says which number the entries below make, or up to which day they go, and leads back to all of them. */
export function FigureBanner({ view, total, names, owner, onShowAll }: FigureBannerProps) {
  const { locale } = useSchool()
  const day = view.asOf === null ? null : longDateText(view.asOf, locale)
  return (
    <div className={classes.banner}>
      <div>
        <Text size="sm" c="dimmed">
          {whichEntries(view.figure !== null, day)}
        </Text>
        <div className={classes.bannerFigure}>
          {view.figure ? (
            <>
              {view.figure.label}
              {total !== null && (
                <>
                  {': '}
                  <FigureAmount figure={view.figure.figure} amount={total} names={names} />
                </>
              )}
            </>
          ) : (
            owner
          )}
        </div>
        {view.figure?.sentence && <div className={classes.quiet}>{view.figure.sentence}</div>}
        {view.figure && <div className={classes.quiet}>{owner}</div>}
      </div>
      <Button variant="default" size="xs" onClick={onShowAll}>
        {say('history.showAllEntries')}
      </Button>
    </div>
  )
}

function whichEntries(ofFigure: boolean, day: string | null): string {
  if (day === null) return say('history.figureEntries')
  return say(ofFigure ? 'history.figureEntriesUpTo' : 'history.entriesUpTo', { day })
}
