import { Button, Skeleton, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Withdrawal } from '../../../shared/contract/policies.ts'
import type { Tender } from '../../../shared/contract/values.ts'
import type { Cents } from '../../../shared/money.ts'
import { workingsInWords } from '../../../shared/withdrawal-words.ts'
import { call } from '../../api/call.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ActionForm, type Header } from '../actions/action-form.tsx'
import classes from '../actions/actions.module.css'
import { TenderField } from '../actions/amount-field.tsx'
import { packageForm } from '../actions/package-form.ts'
import type { PackageFormProps } from '../actions/package-of.ts'
import { WithdrawalPaper } from './withdrawal-paper.tsx'
import { Workings } from './workings.tsx'
import { say } from '../../../shared/words/say.ts'

packageForm({
  kind: 'withdrawal',
  form: WithdrawalForm,
  title: 'package_actions.title_withdrawal',
  needs: ['Access Billing Tab', 'Issue Refunds'],
  on: ['active', 'completed', 'expired'],
})

/** What a leaver gets back under the school's policy, with the workings; the refund is posted from it. */
export function WithdrawalForm({ packageRef, onClose }: Pick<PackageFormProps, 'packageRef' | 'onClose'>) {
  const found = useQuery({
    queryKey: ['packages', 'withdrawal', packageRef],
    queryFn: () => call('packages.withdrawal', { ref: packageRef }),
  })
  if (found.isPending) return <Skeleton height={180} m={24} animate={false} />
  if (found.isError) {
    return (
      <div className={classes.form}>
        <FailureNotice thrown={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  return <RefundOf withdrawal={found.data} onClose={onClose} />
}

interface Body {
  readonly package: string
  readonly amount: Cents
  readonly method: Tender
}

function RefundOf({ withdrawal, onClose }: { withdrawal: Withdrawal; onClose: () => void }) {
  const { ref, refund, lastEntry } = withdrawal
  const [method, setMethod] = useState<Tender>('check')
  const [printing, setPrinting] = useState(false)
  const body: Body | null = refund === 0 ? null : { package: ref, amount: refund, method }
  return (
    <ActionForm
      body={body}
      basis={[{ of: 'package', ref, entry: lastEntry }]}
      preview={(input: Body & Header) => call('packages.refund.preview', input)}
      record={(input) => call('packages.refund', { ...input, note: input.note || workingsInWords(withdrawal) })}
      about={() => ({ show: { of: 'package', ref }, undo: null })}
      fields={['method']}
      submit={say('package_actions.refund')}
      filled={undefined}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <Text size="sm">
            <strong>{withdrawal.customerName}</strong> · {withdrawal.packageName} · {ref}
          </Text>
          <Workings withdrawal={withdrawal} />
          <div>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPrinter size={14} aria-hidden="true" />}
              onClick={() => setPrinting(true)}
            >
              {say('withdrawal.printWorkings')}
            </Button>
          </div>
          {refund === 0 ? (
            <Text size="sm">{say('withdrawal.nothingBack')}</Text>
          ) : (
            <TenderField value={method} without={['package']} onChange={setMethod} error={problemOf('method')} />
          )}
          {printing && <WithdrawalPaper withdrawal={withdrawal} onDone={() => setPrinting(false)} />}
        </>
      )}
    </ActionForm>
  )
}
