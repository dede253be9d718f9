import { say } from '../../../shared/words/say.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { EndsChoice } from './many-ends.ts'
import { ManyEndsForm } from './many-ends-form.tsx'

interface ManyEndsDialogProps {
  /** the list as it is shown; null when closed */
  readonly choice: EndsChoice | null
  readonly onClose: () => void
}

/** The last valid day of many packages at once. */
export function ManyEndsDialog({ choice, onClose }: ManyEndsDialogProps) {
  return (
    <FormDialog
      opened={choice !== null}
      title={say('package_life.title_manyEnds')}
      width={900}
      padding={0}
      onClose={onClose}
    >
      {choice !== null && <ManyEndsForm choice={choice} onClose={onClose} />}
    </FormDialog>
  )
}
