import type { StatementOf } from '../../shared/contract/statements.ts'
import { say } from '../../shared/words/say.ts'
import type { Layer } from '../ui/places.ts'
import { SubjectDialog } from '../ui/subject-dialog.tsx'
import { StatementContent } from './statement-content.tsx'

interface StatementDialogProps {
  /** null when closed */
  readonly about: StatementOf | null
  readonly layer: Layer
  readonly onClose: () => void
}

/** The dialog Statement: what it would say, and the ways to paper. */
export function StatementDialog({ about, layer, onClose }: StatementDialogProps) {
  return (
    <SubjectDialog
      subject={about}
      title={say('statements.statement')}
      closeLabel={say('statements.close_statement')}
      width={960}
      layer={layer}
      onClose={onClose}
    >
      {(shown) => <StatementContent key={JSON.stringify(shown)} about={shown} />}
    </SubjectDialog>
  )
}
