import { Alert, Button, Group, Text } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import type { FilePreview, Mapping, Source } from '../../../shared/contract/reconcile-file.ts'
import { say } from '../../../shared/words/say.ts'
import type { Importing } from './importing.ts'

const MOST_OFFERED = 3

interface FittingSourceProps {
  readonly importing: Importing
  readonly sources: readonly Source[]
}

/** Says where a file is written otherwise than those of its source, and which source it may be of. */
export function FittingSource({ importing, sources }: FittingSourceProps) {
  const { known, mapping, preview, setSource, setMapping } = importing
  const found = preview.data
  if (!found || preview.isPlaceholderData || found.columns.length < 2 || mapping !== null) return null
  const fitting = sources.filter(({ id }) => id !== known?.id && found.fits.includes(id)).slice(0, MOST_OFFERED)
  if (known === null ? fitting.length === 0 : found.fits.includes(known.id)) return null
  return (
    <Alert
      role="status"
      variant="default"
      bg="var(--bt-warn-quiet)"
      icon={<IconArrowsExchange size={18} aria-hidden />}
      title={
        known === null ? say('payment_import.seems_known') : say('payment_import.does_not_fit', { source: known.name })
      }
    >
      <Text size="sm">
        {say(known === null ? 'payment_import.seems_known_why' : 'payment_import.does_not_fit_why')}
      </Text>
      <Group gap="xs" mt="xs">
        {fitting.map(({ id, name }) => (
          <Button key={id} size="xs" variant="default" onClick={() => setSource(id)}>
            {say('payment_import.choose_source', { source: name })}
          </Button>
        ))}
        {known !== null && (
          <>
            <Button size="xs" variant="default" onClick={() => setSource(null)}>
              {say('payment_import.new_source')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setMapping(asNew(found))}>
              {say('payment_import.find_anew', { source: known.name })}
            </Button>
          </>
        )}
      </Group>
    </Alert>
  )
}

/** Nothing is remembered: columns, and how days and amounts are written, are found out from the file. */
function asNew({ mapping }: FilePreview): Mapping {
  const fields = Object.keys(mapping.columns) as (keyof Mapping['columns'])[]
  const columns = Object.fromEntries(fields.map((field) => [field, null])) as Mapping['columns']
  const auto = { encoding: 'auto', delimiter: 'auto', dateOrder: 'auto', decimalSign: 'auto' } as const
  return { ...mapping, ...auto, columns, words: [], skipRows: 0, named: true, receivedIs: 'positive' }
}
