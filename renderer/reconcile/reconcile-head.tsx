import { Button, Select } from '@mantine/core'
import { IconFileImport, IconFiles } from '@tabler/icons-react'
import type { ReconcileScope } from '../../shared/contract/reconcile.ts'
import type { Source } from '../../shared/contract/reconcile-file.ts'
import { say } from '../../shared/words/say.ts'
import { DayField } from '../ui/fields/day-field.tsx'
import classes from './reconcile.module.css'
import type { Days } from './use-scope.ts'

const NEW_SOURCE = 'new'

interface ReconcileHeadProps {
  readonly sources: readonly Source[]
  readonly source: Source
  readonly scope: ReconcileScope
  readonly span: Days
  readonly onSource: (id: number) => void
  readonly onDays: (days: Partial<Days>) => void
  readonly onNewSource: () => void
  readonly onImport: () => void
  readonly onFiles: () => void
}

/** Which source and which days are worked on, and the ways to its files. */
export function ReconcileHead(props: ReconcileHeadProps) {
  const { sources, source, scope, span } = props
  const key = `${source.id} ${span.from} ${span.to}`
  return (
    <div className={classes.head}>
      <Select
        label={say('reconcile.source')}
        className={classes.source ?? ''}
        allowDeselect={false}
        data={[
          ...sources.map(({ id, name }) => ({ value: String(id), label: name })),
          { value: NEW_SOURCE, label: say('reconcile.new_source') },
        ]}
        value={String(source.id)}
        onChange={(value) => (value === NEW_SOURCE ? props.onNewSource() : props.onSource(Number(value)))}
      />
      {/* New days of the files are shown in fields begun anew. */}
      <DayField
        key={`from ${key}`}
        label={say('reconcile.from')}
        value={scope.from}
        onChange={(from) => from && props.onDays({ from })}
        width={150}
      />
      <DayField
        key={`to ${key}`}
        label={say('reconcile.to')}
        value={scope.to}
        onChange={(to) => to && props.onDays({ to })}
        width={150}
      />
      <div className={classes.headSteps}>
        <Button
          variant="default"
          leftSection={<IconFiles size={16} stroke={1.6} aria-hidden="true" />}
          onClick={props.onFiles}
        >
          {say('reconcile.files')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} stroke={1.6} aria-hidden="true" />}
          onClick={props.onImport}
        >
          {say('reconcile.import_file')}
        </Button>
      </div>
    </div>
  )
}
