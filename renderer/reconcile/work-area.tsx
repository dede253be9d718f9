import { SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReconcileScope, Work } from '../../shared/contract/reconcile.ts'
import type { Source } from '../../shared/contract/reconcile-file.ts'
import { numberFormat } from '../../shared/number-format.ts'
import { say } from '../../shared/words/say.ts'
import outcome from '../packages/actions/outcome-field.module.css'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useSchool } from '../ui/school.tsx'
import { arrowDownTo } from '../ui/table/row-focus.ts'
import { DifferingPart, MatchesPart } from './proposals-part.tsx'
import { LinesPart, PaymentsPart } from './left-parts.tsx'
import classes from './reconcile.module.css'
import { useWork } from './reconcile-queries.ts'
import { countOf, SECTION_TITLES, SECTIONS, type Section } from './sections.ts'
import { SettledPart } from './settled-part.tsx'
import { useSteps } from './settling.ts'
import { useChosenByHand } from './chosen-by-hand.ts'
import { useTicks } from './ticks.ts'
import { useWorkActions } from './work-actions.ts'
import { WorkDialogs } from './work-dialogs.tsx'

/** The work list of a source and its days, section by section. */
export function WorkArea({ source, scope }: { source: Source; scope: ReconcileScope }) {
  const [section, setSection] = useState<Section>('matches')
  const [search, setSearch] = useState('')
  const work = useWork(scope)
  const steps = useSteps(scope)
  const actions = useWorkActions(source.id, steps)
  const byHand = useChosenByHand(work.data)
  const ticks = useTicks()
  const shared = { scope, steps, actions, search: search.trim(), byHand, onSection: setSection }
  return (
    <>
      <div className={classes.sections}>
        <Sections work={work.data} section={section} onSection={setSection} />
        {section !== 'settled' && (
          <TextInput
            type="search"
            aria-label={say('reconcile.search')}
            placeholder={say('reconcile.name_reference_or_amount')}
            className={classes.search ?? ''}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={arrowDownTo(SECTION_TITLES[section])}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
          />
        )}
      </div>
      {work.isError && (
        <div className={classes.problem}>
          <FailureNotice thrown={work.error} onRetry={() => void work.refetch()} />
        </div>
      )}
      {steps.error && (
        <div className={classes.problem}>
          <FailureNotice thrown={steps.error} />
        </div>
      )}
      {work.isPending && section !== 'settled' && <Skeleton height={320} m={16} animate={false} />}
      {work.data && section === 'matches' && <MatchesPart {...shared} work={work.data} ticks={ticks} />}
      {work.data && section === 'differing' && <DifferingPart {...shared} work={work.data} />}
      {work.data && section === 'notRecorded' && <LinesPart {...shared} work={work.data} />}
      {work.data && section === 'notReceived' && <PaymentsPart {...shared} work={work.data} />}
      {section === 'settled' && <SettledPart scope={scope} steps={steps} />}
      <WorkDialogs source={source} actions={actions} steps={steps} onPair={byHand.clear} />
    </>
  )
}

interface SectionsProps {
  readonly work: Work | undefined
  readonly section: Section
  readonly onSection: (section: Section) => void
}

function Sections({ work, section, onSection }: SectionsProps) {
  const { locale } = useSchool()
  const written = numberFormat(locale, {})
  const label = (of: Section) => {
    const count = work ? countOf(of, work) : null
    return count === null ? SECTION_TITLES[of] : `${SECTION_TITLES[of]} ${written(String(count))}`
  }
  return (
    <SegmentedControl
      aria-label={say('reconcile.part_of_the_work')}
      size="sm"
      classNames={{ input: outcome.input ?? '' }}
      data={SECTIONS.map((of) => ({ value: of, label: label(of) }))}
      value={section}
      onChange={(value) => onSection(SECTIONS.find((of) => of === value) ?? 'matches')}
    />
  )
}
