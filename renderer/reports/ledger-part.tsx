import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { CallInput } from '../../shared/contract/index.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { saveFile } from '../ui/save-file.ts'
import classes from './reports.module.css'

type Format = CallInput<'ledger.export'>['format']

const FORMATS: readonly { readonly format: Format; readonly name: string; readonly means: string }[] = [
  { format: 'money_journal', name: say('reports.journal_money'), means: say('reports.journal_money_means') },
  { format: 'journal', name: say('reports.journal_whole'), means: say('reports.journal_whole_means') },
  { format: 'hledger', name: say('reports.journal_hledger'), means: say('reports.journal_hledger_means') },
]

/** The ledger itself, for whoever keeps the school's books. */
export function LedgerPart() {
  const taking = useMutation({
    mutationFn: async (format: Format) => {
      const { name, content, mediaType } = await call('ledger.export', { format })
      saveFile(name, content, mediaType)
    },
  })
  return (
    <section className={classes.ledger} aria-label={say('reports.the_ledger')}>
      <Text size="sm">{say('reports.ledger_explained')}</Text>
      <ul className={classes.journals}>
        {FORMATS.map(({ format, name, means }) => (
          <li key={format}>
            <div>
              <strong>{name}</strong>
              <Text size="sm" c="dimmed">
                {means}
              </Text>
            </div>
            <Button
              variant="default"
              aria-label={say('reports.save_journal', { name })}
              loading={taking.isPending && taking.variables === format}
              onClick={() => taking.mutate(format)}
            >
              {say('reports.save')}
            </Button>
          </li>
        ))}
      </ul>
      {taking.isError && <FailureNotice thrown={taking.error} />}
    </section>
  )
}
