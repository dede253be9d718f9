import { Button, Checkbox } from '@mantine/core'
import type { Proposal } from '../../shared/contract/reconcile.ts'
import { say } from '../../shared/words/say.ts'
import { Money } from '../ui/money.tsx'
import type { Column } from '../ui/table/column.ts'
import classes from './reconcile.module.css'
import { RowMenu, type RowStep } from './row-menu.tsx'
import { lineName, LinesSide, PaymentsSide } from './sides.tsx'
import type { Ticks } from './ticks.ts'
import type { WorkActions } from './work-actions.ts'

const CERTAINTY: Readonly<Record<Proposal['certainty'], readonly [word: string, tone: string]>> = {
  exact: [say('reconcile.exact'), 'good'],
  likely: [say('reconcile.likely'), 'plain'],
  possible: [say('reconcile.possible'), 'quiet'],
}

const DIFFERENCE: Column<Proposal> = {
  id: 'difference',
  header: say('reconcile.difference'),
  width: '96px',
  align: 'end',
  cell: ({ difference }) =>
    difference === 0 ? (
      <span className={classes.quiet}>{say('reconcile.none')}</span>
    ) : (
      <Money amount={difference} signed />
    ),
}

/**
 * The columns of Matches, and without ticks those of Amount differs.
 * @param differences some of them have a difference: else a column for it would be empty
 */
export function proposalColumns(
  actions: WorkActions,
  ticks: Ticks | null,
  differences: boolean,
): readonly Column<Proposal>[] {
  return [
    ...(ticks ? [tickColumn(ticks)] : []),
    {
      id: 'lines',
      header: say('reconcile.in_the_file'),
      width: 'minmax(0, 1.15fr)',
      cell: ({ key, lines }) => <LinesSide key={key} lines={lines} />,
    },
    {
      id: 'payments',
      header: say('reconcile.recorded'),
      width: 'minmax(0, 1.15fr)',
      cell: ({ key, payments }) => <PaymentsSide key={key} payments={payments} />,
    },
    {
      id: 'reason',
      header: say('reconcile.why'),
      width: 'minmax(0, 1fr)',
      cell: ({ certainty, reason }) => (
        <div className={classes.reason}>
          {ticks && (
            <span className={classes.badge} data-tone={CERTAINTY[certainty][1]}>
              {CERTAINTY[certainty][0]}
            </span>
          )}
          {reason}
        </div>
      ),
    },
    ...(differences ? [DIFFERENCE] : []),
    {
      id: 'actions',
      header: say('reconcile.actions'),
      headerHidden: true,
      width: '112px',
      align: 'end',
      cell: (proposal) => <ProposalActions proposal={proposal} actions={actions} />,
    },
  ]
}

function tickColumn({ has, turn }: Ticks): Column<Proposal> {
  return {
    id: 'tick',
    header: say('reconcile.ticked'),
    headerHidden: true,
    width: '20px',
    cell: (proposal) =>
      proposal.certainty === 'exact' && (
        <Checkbox
          size="xs"
          // Space on the row does the same.
          tabIndex={-1}
          aria-label={say('reconcile.accept_proposal', { proposal: aboutProposal(proposal) })}
          checked={has(proposal)}
          onChange={() => turn(proposal)}
        />
      ),
  }
}

function ProposalActions({ proposal, actions }: { proposal: Proposal; actions: WorkActions }) {
  const about = aboutProposal(proposal)
  return (
    <span className={classes.actions}>
      <Button
        size="compact-sm"
        variant="default"
        tabIndex={-1}
        aria-label={say('reconcile.accept_about', { about })}
        onClick={() => actions.accept(proposal, proposal.difference)}
      >
        {say('reconcile.accept')}
      </Button>
      <RowMenu about={about} steps={proposalSteps(proposal, actions)} />
    </span>
  )
}

/** What else can be done with a proposal. A line that stands alone can be split, or be said not to be the school's. */
function proposalSteps(proposal: Proposal, { ask, reject }: WorkActions): readonly RowStep[] {
  const [line, ...others] = proposal.lines
  const alone = others.length === 0 ? line : undefined
  return [
    [say('reconcile.reject'), () => reject(proposal)],
    ...(alone
      ? ([
          [say('reconcile.split'), () => ask({ kind: 'split', line: alone })],
          [say('reconcile.not_ours'), () => ask({ kind: 'notOurs', line: alone })],
        ] as const)
      : []),
  ]
}

function aboutProposal({ lines: [first] }: Proposal): string {
  return first ? say('reconcile.first_row_row', { first: lineName(first), row: first.row }) : ''
}
