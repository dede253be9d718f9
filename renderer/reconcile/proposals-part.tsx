import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Proposal, Work } from '../../shared/contract/reconcile.ts'
import { numberFormat } from '../../shared/number-format.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useDone } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
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
  const say = useDone()
  const acceptExact = useAcceptExact(scope, (settled) => {
    say({ sentence: `${matches(settled)} accepted.`, show: null, undo: null })
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
            Accept {number} exact
          </Button>
          <span className={classes.quiet}>
            {tickedWords(work, except.length)} Likely and possible ones are accepted one by one.
          </span>
        </div>
      )}
      {acceptExact.isError && (
        <div className={classes.problem}>
          <FailureNotice thrown={acceptExact.error} />
        </div>
      )}
      {rows.length === 0 ? (
        <NothingLeft searched={search !== '' && work.proposals.length > 0} title="Nothing is left to match">
          What is left over on one side only is in the other parts of the work.
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
        <NothingLeft searched={search !== '' && shown > 0} title="No amount differs">
          Whatever was recorded for a line of the file was recorded with its amount.
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
  if (unticked > 0) return `${matches(unticked)} unticked.`
  const unseen = counts.exact - proposals.filter(({ certainty }) => certainty === 'exact').length
  return unseen === 0 ? 'All exact ones are ticked.' : `All exact ones are ticked, also ${unseen} that are not shown.`
}

function matches(number: number): string {
  return number === 1 ? '1 match' : `${number} matches`
}
