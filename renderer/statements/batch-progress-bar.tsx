import { Progress, Text } from '@mantine/core'
import { say } from '../../shared/words/say.ts'
import type { BatchProgress } from '../../shared/contract/statements/batch.ts'

/** How far the statements are, and where they will be. */
export function BatchProgressBar({ progress }: { progress: BatchProgress }) {
  const percent = progress.total === 0 ? 100 : Math.round((100 * progress.done) / progress.total)
  return (
    <div>
      <Progress value={percent} size="sm" aria-label={say('statements.progress_of_the_statements')} />
      <Text size="sm" role="status" mt={6}>
        {words(progress)}
      </Text>
      {progress.state === 'broken_off' && progress.papers.length > 0 && <Missing progress={progress} />}
    </div>
  )
}

/** Which numbers have no paper. */
function Missing({ progress: { papers, missing } }: { progress: BatchProgress }) {
  const named = papers.map(({ number, customer }) => `${number} ${customer}`.trim()).join(', ')
  const more = missing - papers.length
  const said = more > 0 ? say('statements.papers_missing_more', { papers: named, count: more }) : named
  return (
    <Text size="sm" mt={2}>
      {say('statements.papers_missing_are', { papers: said })}
    </Text>
  )
}

function words({ state, done, total, into, problem, missing, drafts }: BatchProgress): string {
  switch (state) {
    case 'running':
      return say('statements.progress_written', { done, total })
    case 'finished':
      if (total === 0) return say('statements.progress_none_written')
      return [
        say('statements.progress_all_written', { total, into }),
        ...(drafts ? [say('statements.progress_drafts', drafts)] : []),
      ].join('. ')
    case 'cancelled':
      return into === ''
        ? say('statements.progress_cancelled_none', { done })
        : say('statements.progress_cancelled', { done, total, into })
    case 'broken_off':
      return `${problem ?? ''} ${say('statement_batches.broken_off', { done, total, into, missing })}`.trim()
    case 'failed':
      return problem ?? say('statements.the_statements_could_not_be_written')
  }
}
