import { Text } from '@mantine/core'
import type { Source } from '../../shared/contract/reconcile-file.ts'
import { signedMoneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { useSchool } from '../ui/school.tsx'
import { NoteForm } from './note-form.tsx'
import { PanelDialog } from './panel-dialog.tsx'
import classes from './reconcile.module.css'
import { RecordForm } from './record-form.tsx'
import type { Steps } from './settling.ts'
import { lineName, LinesSide, PaymentsSide } from './sides.tsx'
import { SplitForm } from './split-form.tsx'
import { acceptedWords, type Asked, type WorkActions } from './work-actions.ts'
import { sidesOf } from './work-left.ts'

interface WorkDialogsProps {
  readonly source: Source
  readonly actions: WorkActions
  readonly steps: Steps
  /** a pair with a difference was accepted */
  readonly onPair: () => void
}

const TITLES: Readonly<Record<Asked['kind'], string>> = {
  difference: say('reconcile.accept_with_a_difference'),
  notOurs: say('reconcile.not_ours_title'),
  split: say('reconcile.split_now'),
  record: say('reconcile.record_what_was_received'),
}

/** The dialogs of the steps that need a word, an amount or a customer first. */
export function WorkDialogs(props: WorkDialogsProps) {
  const { asked, ask } = props.actions
  const close = () => ask(null)
  return (
    <PanelDialog title={asked ? TITLES[asked.kind] : ''} size={560} onClose={close} overWork>
      {asked && <DialogOf {...props} asked={asked} onClose={close} />}
    </PanelDialog>
  )
}

function DialogOf(props: WorkDialogsProps & { asked: Asked; onClose: () => void }) {
  const { asked, source, steps, onClose } = props
  switch (asked.kind) {
    case 'difference':
      return <DifferenceForm {...props} asked={asked} />
    case 'notOurs':
      return (
        <NoteForm
          label={say('reconcile.whose_it_is_or_why_it_is_not_ours')}
          submit={say('reconcile.not_ours_title')}
          needed={false}
          run={(note) => call('reconcile.notOurs', { line: asked.line.id, note })}
          onDone={() => {
            const sentence = say('reconcile.not_ours_line', { line: lineName(asked.line) })
            steps.taken({ gone: { lines: [asked.line.id], payments: [] }, sentence })
            onClose()
          }}
          onCancel={onClose}
        >
          <LinesSide lines={[asked.line]} />
        </NoteForm>
      )
    case 'split':
      return (
        <SplitForm
          line={asked.line}
          run={(amounts) => call('reconcile.split', { line: asked.line.id, amounts })}
          onDone={() => {
            steps.taken({
              gone: { lines: [asked.line.id], payments: [] },
              sentence: say('reconcile.line_is_split', { line: lineName(asked.line) }),
            })
            onClose()
          }}
          onCancel={onClose}
        />
      )
    case 'record':
      return <RecordForm source={source} line={asked.line} onDone={onClose} onCancel={onClose} />
  }
}

type DifferenceFormProps = WorkDialogsProps & {
  asked: Extract<Asked, { kind: 'difference' }>
  onClose: () => void
}

function DifferenceForm({ asked, source, steps, onPair, onClose }: DifferenceFormProps) {
  const school = useSchool()
  const sides = sidesOf({ lines: [...asked.pair.lines], payments: [...asked.pair.payments] })
  return (
    <NoteForm
      label={say('reconcile.why_the_amounts_differ')}
      submit={say('reconcile.accept')}
      needed
      run={(note) => call('reconcile.accept', { source: source.id, matches: [{ ...sides, note }] })}
      onDone={() => {
        steps.taken({ gone: sides, sentence: acceptedWords(asked.pair, school) })
        onPair()
        onClose()
      }}
      onCancel={onClose}
    >
      <Text className={classes.quiet}>{say('reconcile.in_the_file')}</Text>
      <LinesSide lines={asked.pair.lines} />
      <Text className={classes.quiet}>{say('reconcile.recorded')}</Text>
      <PaymentsSide payments={asked.pair.payments} />
      <Text size="sm">
        {say('reconcile.difference_stays', { difference: signedMoneyText(asked.difference, school) })}
      </Text>
    </NoteForm>
  )
}
