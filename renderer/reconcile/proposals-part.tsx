import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Proposal, Work } from '../../shared/contract/reconcile.ts'
import { numberFormat } from '../../shared/number-format.ts'
import { say } from '../../shared/words/say.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useDone } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import { AcceptingProgress } from './accepting-progress.tsx'
import { Caption } from './caption.tsx'
import { hasWords, proposalText } from './found.ts'
import { NothingLeft } from './nothing-left.tsx'
import { countWords, type PartProps } from './part.ts'
import { proposalColumns } from './proposal-columns.tsx'
import classes from './reconcile.module.css'
import { countOf, SECTION_TITLES, shownOf } from './sections.ts'
import { useAcceptExact } from './settling.ts'
import type { Ticks } from './ticks.ts'
import type { WorkActions } from './work-actions.ts'
import { DIFFERING_HINTS, PROPOSAL_HINTS, type WorkKey } from './work-keys.ts'
import { WorkTable } from './work-table.tsx'

/** Matches: the exact ones ticked and accepted together, the doubtful ones judged one by one. */
export function MatchesPart({ work, scope, steps, actions, search, ticks }: PartProps & { ticks: Ticks }) {
  const school = useSchool()
  const tell = useDone()
  const acceptExact = useAcceptExact(scope, (settled) => {
    tell({ sentence: say('reconcile.matches_accepted', { count: settled }), show: null, undo: null })
  })
  const differences = work.proposals.some(({ difference }) => difference !== 0)
  const columns = useMemo(() => proposalColumns(actions, ticks, differences), [actions, ticks, differences])
  const rows = useFound(work.proposals, search)
  const except = ticks.except(work)
  const ticked = work.counts.exact - except.length
  const count = countOf('matches', work) ?? 0
  const number = numberFormat(school.locale, {})(String(ticked))
  return (
    <>
      {ticked > 0 && (
        <div className={classes.mainStep}>
          <Button loading={acceptExact.isPending} onClick={() => acceptExact.mutate(except)}>
            {say('reconcile.accept_exact', { number })}
          </Button>
          <span className={classes.quiet}>
            {tickedWords(work, except.length)} {say('reconcile.one_by_one')}
          </span>
        </div>
      )}
      {acceptExact.isPending && <AcceptingProgress />}
      {acceptExact.isError && (
        <div className={classes.problem}>
          <FailureNotice thrown={acceptExact.error} />
        </div>
      )}
      {rows.length === 0 ? (
        <NothingLeft
          searched={search !== '' && work.proposals.length > 0}
          title={say('reconcile.nothing_is_left_to_match')}
        >
          {say('reconcile.what_is_left_over_on_one_side_only_is')}
        </NothingLeft>
      ) : (
        <WorkTable
          label={SECTION_TITLES.matches}
          columns={columns}
          rows={rows}
          question={search}
          onKey={(key, proposal) => (key === 'tick' ? ticks.turn(proposal) : proposalStep(actions, key, proposal))}
        />
      )}
      <Caption
        words={`${countWords({ found: rows.length, shown: shownOf('matches', work), count }, school.locale)} ${steps.sentence}`}
        hints={PROPOSAL_HINTS}
      />
    </>
  )
}

/** Amount differs: nearly the same payment, but for the amount; accepted with the reason why. */
export function DifferingPart({ work, steps, actions, search }: PartProps) {
  const { locale } = useSchool()
  const columns = useMemo(() => proposalColumns(actions, null, true), [actions])
  const rows = useFound(work.differing, search)
  const shown = shownOf('differing', work)
  return (
    <>
      {rows.length === 0 ? (
        <NothingLeft searched={search !== '' && shown > 0} title={say('reconcile.no_amount_differs')}>
          {say('reconcile.whatever_was_recorded_for_a_line_of')}
        </NothingLeft>
      ) : (
        <WorkTable
          label={SECTION_TITLES.differing}
          columns={columns}
          rows={rows}
          question={search}
          onKey={(key, proposal) => proposalStep(actions, key, proposal)}
        />
      )}
      <Caption
        words={`${countWords({ found: rows.length, shown, count: work.counts.differing }, locale)} ${steps.sentence}`}
        hints={DIFFERING_HINTS}
      />
    </>
  )
}

function useFound(proposals: readonly Proposal[], search: string): readonly Proposal[] {
  const school = useSchool()
  return useMemo(
    () => (search === '' ? proposals : proposals.filter((one) => hasWords(proposalText(one, school), search))),
    [proposals, search, school],
  )
}

function proposalStep(actions: WorkActions, key: WorkKey, proposal: Proposal): void {
  const [line, ...others] = proposal.lines
  switch (key) {
    case 'accept':
      return actions.accept(proposal, proposal.difference)
    case 'reject':
      return actions.reject(proposal)
    case 'split':
    case 'notOurs':
      // Of several lines it would be unclear which one is meant.
      return line && others.length === 0 ? actions.ask({ kind: key, line }) : undefined
    case 'tick':
    case 'match':
      return undefined
  }
}

/** The button takes those, too, that are not on the screen: that must be said. */
function tickedWords({ proposals, counts }: Work, unticked: number): string {
  if (unticked > 0) return say('reconcile.matches_unticked', { count: unticked })
  const unseen = counts.exact - proposals.filter(({ certainty }) => certainty === 'exact').length
  return unseen === 0 ? say('reconcile.all_exact_are_ticked') : say('reconcile.all_exact_are_ticked_also', { unseen })
}
