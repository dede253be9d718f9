import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { COUNTED_TENDERS } from '../../../shared/contract/closings.ts'
import { say } from '../../../shared/words/say.ts'
import { tenderWords } from '../../../shared/action-words.ts'
import { problemAt } from '../../invoices/invoices-queries.ts'
import classes from './import.module.css'
import type { Importing } from './importing.ts'

/** Who the file is from, and the payments of which tenders it reports. */
export function SourceFields({ importing }: { importing: Importing }) {
  const { known, name, setName, namesake, setSource, tenders, setTenders, take } = importing
  return (
    <div className={classes.sourceFields}>
      {known === null && (
        <div>
          <TextInput
            label={say('payment_import.source_name')}
            placeholder={say('payment_import.source_example')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={
              namesake === null
                ? problemAt(take.error, 'source')
                : say('payment_import.name_is_taken', { name: namesake.name })
            }
          />
          {namesake !== null && (
            <Button mt={6} size="xs" variant="default" onClick={() => setSource(namesake.id)}>
              {say('payment_import.choose_source', { source: namesake.name })}
            </Button>
          )}
        </div>
      )}
      <fieldset className={classes.plainFieldset}>
        <legend className={classes.legend}>{say('payment_import.reports')}</legend>
        <Group gap="md" h={36}>
          {COUNTED_TENDERS.map((tender) => (
            <Checkbox
              key={tender}
              size="sm"
              label={tenderWords(tender)}
              checked={tenders.includes(tender)}
              onChange={(event) => {
                const ticked = event.currentTarget.checked
                setTenders(COUNTED_TENDERS.filter((one) => (one === tender ? ticked : tenders.includes(one))))
              }}
            />
          ))}
        </Group>
        {tenders.length === 0 && (
          <Text size="sm" c="var(--bt-bad)" role="alert">
            {say('payment_import.tick_one')}
          </Text>
        )}
      </fieldset>
    </div>
  )
}
