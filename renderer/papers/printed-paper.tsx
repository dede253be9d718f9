import type { Paper as PaperContent } from '../../shared/contract/paper.ts'
import { Paper } from '../ui/paper.tsx'
import { PaperSheet } from './paper-sheet.tsx'

/** A paper for the printer, with the school’s head as it was on its day. Prints itself as soon as it is there. */
export function PrintedPaper({ paper, onDone }: { paper: PaperContent; onDone: () => void }) {
  return (
    <Paper title={paper.title} school={paper.school} onDone={onDone}>
      <PaperSheet paper={paper} />
    </Paper>
  )
}
