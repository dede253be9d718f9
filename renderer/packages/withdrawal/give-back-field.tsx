import { Select } from '@mantine/core'
import type { CallArguments } from '../../../shared/contract/index.ts'
import type { LeavingPackage } from '../../../shared/contract/leaving.ts'
import { tenderSchema } from '../../../shared/contract/values.ts'
import { tenderWords } from '../../../shared/action-words.ts'
import { say } from '../../../shared/words/say.ts'
import { PayerField } from '../actions/payments/payer-field.tsx'

export type GivenBack = CallArguments<'customers.leave'>['to']

interface GiveBackFieldProps {
  readonly value: GivenBack
  readonly onChange: (to: GivenBack) => void
  /** the packages that stay */
  readonly others: readonly LeavingPackage[]
  readonly error: string | null
}

const TENDERS = tenderSchema.options.filter((tender) => tender !== 'package')

/** Where what goes back goes: out by a tender, or onto a package that stays. */
export function GiveBackField({ value, onChange, others, error }: GiveBackFieldProps) {
  const tenders = TENDERS.map((tender) => ({ value: `tender ${tender}`, label: tenderWords(tender) }))
  const packages = others.map(({ ref, packageName: name }) => ({
    value: `package ${ref}`,
    label: say('withdrawal.toPackage', { name, ref }),
  }))
  return (
    <>
      <Select
        label={say('withdrawal.giveBack')}
        data={[...tenders, ...packages]}
        allowDeselect={false}
        value={value.how === 'tender' ? `tender ${value.method}` : `package ${value.package}`}
        onChange={(chosen) => onChange(givenBackOf(chosen ?? ''))}
        error={error}
      />
      {value.how === 'tender' && value.method === 'account' && (
        <PayerField
          label={say('reversals.toPayer')}
          value={value.payer === '' ? null : value.payer}
          onChange={(payer) => onChange({ ...value, payer: payer ?? '' })}
          error={null}
        />
      )}
    </>
  )
}

function givenBackOf(chosen: string): GivenBack {
  const gap = chosen.indexOf(' ')
  const named = chosen.slice(gap + 1)
  return chosen.startsWith('package ')
    ? { how: 'package', package: named }
    : { how: 'tender', method: tenderSchema.parse(named), payer: '' }
}
