import { Button, Skeleton } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { usePermission } from '../sign-in/session.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { NoPermission } from '../ui/no-permission.tsx'
import { StateMessage } from '../ui/state-message.tsx'
import { FilesList } from './files-list.tsx'
import { ImportForm } from './import/import-form.tsx'
import { PanelDialog } from './panel-dialog.tsx'
import { ReconcileHead } from './reconcile-head.tsx'
import classes from './reconcile.module.css'
import { useSources, useTakenFiles } from './reconcile-queries.ts'
import { useScope } from './use-scope.ts'
import { WorkArea } from './work-area.tsx'

/** Billing > Reconcile: what the desk recorded, held against what the processor, the bank or another program reports. */
export function ReconcileTab() {
  return usePermission('Reconcile') ? <Reconcile /> : <NoPermission permission="Reconcile" />
}

/** What lies on the screen: the files, or the form that takes one, for a source or for a new one (null). */
type Dialog = { readonly of: 'files' } | { readonly of: 'import'; readonly source: number | null }

function Reconcile() {
  const sources = useSources()
  const files = useTakenFiles()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { source, scope, span, setDays, choose } = useScope(sources.data?.sources ?? [], files.data?.rows ?? [])
  const failed = [sources, files].find(({ isError }) => isError)
  if (failed) {
    return (
      <div className={classes.problem}>
        <FailureNotice thrown={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    )
  }
  if (!sources.data || !files.data) return <Skeleton height={320} m={16} animate={false} />
  const close = () => setDialog(null)
  return (
    <div className={classes.tab}>
      {source && scope ? (
        <>
          <ReconcileHead
            sources={sources.data.sources}
            source={source}
            scope={scope}
            span={span}
            onSource={choose}
            onDays={(days) => setDays((before) => ({ ...before, ...days }))}
            onNewSource={() => setDialog({ of: 'import', source: null })}
            onImport={() => setDialog({ of: 'import', source: source.id })}
            onFiles={() => setDialog({ of: 'files' })}
          />
          {/* Another source is other work: nothing unticked or chosen for the one before belongs to it. */}
          <WorkArea key={source.id} source={source} scope={scope} />
        </>
      ) : (
        <FirstTime onImport={() => setDialog({ of: 'import', source: null })} />
      )}
      <PanelDialog title={say('reconcile.files')} size={960} onClose={close}>
        {dialog?.of === 'files' ? <FilesList /> : null}
      </PanelDialog>
      <PanelDialog title={say('reconcile.import_file')} size={960} onClose={close}>
        {dialog?.of === 'import' ? (
          <ImportForm
            sources={sources.data.sources}
            presets={sources.data.presets}
            begin={dialog.source}
            onCancel={close}
            onTaken={(taken) => {
              choose(taken)
              close()
            }}
          />
        ) : null}
      </PanelDialog>
    </div>
  )
}

function FirstTime({ onImport }: { onImport: () => void }) {
  return (
    <StateMessage
      icon={<IconArrowsExchange size={28} stroke={1.5} />}
      title={say('reconcile.does_what_was_recorded_agree_with')}
      action={
        <Button mt="sm" onClick={onImport}>
          {say('reconcile.import_file')}
        </Button>
      }
    >
      {say('reconcile.start_explained')}
    </StateMessage>
  )
}
