import { say } from '../../shared/words/say.ts'
import type { Layer } from '../ui/places.ts'
import { SubjectDialog } from '../ui/subject-dialog.tsx'
import { PaperOnScreen } from './paper-content.tsx'
import type { PaperOf } from './paper-view.ts'

interface PaperDialogProps {
  /** null when closed */
  readonly paper: PaperOf | null
  readonly layer: Layer
  readonly onClose: () => void
}

/** The dialog of an invoice or a receipt on paper. */
export function PaperDialog({ paper, layer, onClose }: PaperDialogProps) {
  return (
    <SubjectDialog
      subject={paper}
      title={say('papers.onPaper')}
      closeLabel={say('papers.close')}
      width={820}
      layer={layer}
      onClose={onClose}
    >
      {(shown) => <PaperOnScreen key={JSON.stringify(shown)} paper={shown} />}
    </SubjectDialog>
  )
}
