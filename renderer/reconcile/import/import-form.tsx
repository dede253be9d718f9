import { Button, FileButton, Group, Select, Skeleton, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { Source } from '../../../shared/contract/reconcile-file.ts'
import { say } from '../../../shared/words/say.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from '../reconcile.module.css'
import own from './import.module.css'
import { FileRead } from './file-read.tsx'
import { useImport, type Importing, type Preset } from './importing.ts'
import { FittingSource } from './fitting-source.tsx'
import { SourceFields } from './source-fields.tsx'

const NEW_SOURCE = 'new'

interface ImportFormProps {
  readonly sources: readonly Source[]
  readonly presets: readonly Preset[]
  /** the source that is chosen at first; null: a new one */
  readonly begin: number | null
  readonly onTaken: (source: number) => void
  readonly onCancel: () => void
}

/** Reads a file of payments, shows what it would bring in, and takes it: all of it or nothing. */
export function ImportForm({ sources, presets, begin, onTaken, onCancel }: ImportFormProps) {
  const importing = useImport({ sources, presets, begin, onTaken })
  const { chosen, preview, take } = importing
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        importing.submit()
      }}
    >
      <div className={own.choice}>
        <ChooseFile importing={importing} />
        {sources.length > 0 && <ChooseSource sources={sources} importing={importing} />}
      </div>
      {importing.unreadable && <FailureNotice thrown={importing.unreadable} />}
      {chosen === null && (
        <Text size="sm" c="dimmed">
          {say('payment_import.kinds')}
        </Text>
      )}
      {preview.isLoading && <Skeleton height={280} animate={false} />}
      {preview.isError && <FailureNotice thrown={preview.error} onRetry={() => void preview.refetch()} />}
      {chosen !== null && preview.data && (
        <>
          <FittingSource importing={importing} sources={sources} />
          {canBeTable(importing) && <SourceFields importing={importing} />}
          <FileRead
            preview={preview.data}
            source={importing.known}
            working={preview.isPlaceholderData}
            mapped={importing.mapping !== null}
            onMapping={importing.setMapping}
            alsoRows={importing.alsoRows}
            onAlsoRows={importing.setAlsoRows}
          />
        </>
      )}
      {take.isError && <FailureNotice thrown={take.error} />}
      <div className={own.foot}>
        <Text size="sm" c="dimmed" className={own.missing} role="status">
          {importing.missing === null || preview.isLoading ? '' : say(importing.missing)}
        </Text>
        <Button variant="default" onClick={onCancel} disabled={take.isPending}>
          {say('payment_import.cancel')}
        </Button>
        <Button type="submit" loading={take.isPending} disabled={!importing.ready}>
          {preview.data && preview.data.count > 0
            ? say('payment_import.take', { count: preview.data.count })
            : say('payment_import.take_none')}
        </Button>
      </div>
    </form>
  )
}

/** A file of which nothing could be read has no source to be named. */
function canBeTable({ preview, mapping }: Importing): boolean {
  return mapping !== null || (preview.data?.columns.length ?? 0) > 1
}

function ChooseSource({ sources, importing }: Pick<ImportFormProps, 'sources'> & { readonly importing: Importing }) {
  return (
    <Select
      label={say('payment_import.source')}
      w={260}
      allowDeselect={false}
      data={[
        ...sources.map(({ id, name }) => ({ value: String(id), label: name })),
        { value: NEW_SOURCE, label: say('payment_import.new_source') },
      ]}
      value={importing.source === null ? NEW_SOURCE : String(importing.source)}
      onChange={(value) => importing.setSource(value === NEW_SOURCE ? null : Number(value))}
    />
  )
}

function ChooseFile({ importing: { chosen, choose } }: { importing: Importing }) {
  return (
    <Group gap="sm">
      <FileButton
        accept=".csv,.txt,.tsv,.xlsx,.ofx,.qfx,.xml,.sta,.mt940,.940,text/csv,text/plain"
        onChange={(file) => file && choose(file)}
        inputProps={{ 'aria-label': say('payment_import.file') }}
      >
        {(props) => (
          <Button
            {...props}
            variant={chosen === null ? 'filled' : 'default'}
            data-autofocus
            leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />}
          >
            {chosen === null ? say('payment_import.choose_file') : say('payment_import.choose_other')}
          </Button>
        )}
      </FileButton>
      {chosen !== null && <span className={own.fileName}>{chosen.file.name}</span>}
    </Group>
  )
}
