import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import type { PackageWidget } from '../../../../shared/contract/customers.ts'
import { hundredths, type Hundredths } from '../../../../shared/quantity.ts'
import { quantityWithUnit } from '../../../../shared/quantity-text.ts'
import { typedQuantityText } from '../../../../shared/typed-numbers.ts'
import { say } from '../../../../shared/words/say.ts'
import { call } from '../../../api/call.ts'
import { useSchool } from '../../../ui/school.tsx'
import { ActionForm, type Header } from '../action-form.tsx'
import { TypedField } from '../amount-field.tsx'
import { PackageLine } from '../package-line.tsx'
import { packageForm } from '../package-form.ts'
import { usePackageOf, type PackageFormProps } from '../package-of.ts'
import { readQuantity } from '../typed-quantity.ts'
import { hoursAdjusted } from './life-reversal.ts'

interface Body {
  readonly package: string
  readonly code: string
  /** below zero: taken back */
  readonly quantity: Hundredths
}

packageForm({
  kind: 'adjust',
  form: AdjustForm,
  title: 'package_life.title_adjust',
  needs: ['Access Billing Tab', 'Adjust Packages'],
  on: ['active', 'completed'],
})

/** Gives hours or pieces to a line of a package, or takes back what was given, with a reason; no money moves. */
export function AdjustForm({ customer, packageRef, filled, onClose }: PackageFormProps) {
  const { locale } = useSchool()
  const of = usePackageOf(customer, packageRef)
  const [back, setBack] = useState(filled?.back ?? false)
  const [code, setCode] = useState<string | null>(filled?.code ?? null)
  const [typed, setTyped] = useState(filled?.quantity === undefined ? '' : typedQuantityText(filled.quantity, locale))
  const lines = of.widget?.lines ?? []
  const line = lines.find((each) => each.code === code)
  const { quantity, problem } = readQuantity(typed, locale, line?.kind ?? 'hour')
  const by = quantity === null ? null : hundredths(back ? -quantity : quantity)
  const body: Body | null = by === null || code === null ? null : { package: packageRef, code, quantity: by }
  return (
    <ActionForm
      body={body}
      basis={of.basis}
      preview={(input: Body & Header) => call('packages.adjust.preview', input)}
      record={(input) => call('packages.adjust', input)}
      about={(_done, input) => hoursAdjusted(customer, { ref: packageRef, code: input.code, by: input.quantity })}
      fields={['code', 'quantity']}
      noteLabel={say('ui.reason')}
      submit={say(back ? 'package_life.takeBack' : 'package_life.give')}
      filled={filled}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <SegmentedControl
            aria-label={say('package_life.direction')}
            data={[
              { value: 'give', label: say('package_life.give') },
              { value: 'back', label: say('package_life.takeBack') },
            ]}
            value={back ? 'back' : 'give'}
            onChange={(value) => setBack(value === 'back')}
          />
          <Select
            label={say('package_life.line')}
            data-autofocus
            data={lines.map((each) => ({ value: each.code, label: choiceLabel(each, locale) }))}
            value={code}
            onChange={setCode}
            error={problemOf('code')}
          />
          <TypedField
            label={say('ui.quantity')}
            value={typed}
            onChange={setTyped}
            error={problem ?? problemOf('quantity')}
            {...(back && line ? { description: givenSoFar(line, locale) } : {})}
          />
        </>
      )}
    </ActionForm>
  )
}

type Line = PackageWidget['lines'][number]

function choiceLabel({ name, remaining, kind }: Line, locale: string): string {
  return say('package_actions.hoursRemaining', { name, quantity: quantityWithUnit(remaining, kind, locale) })
}

function givenSoFar({ adjusted, kind }: Line, locale: string): string {
  return say('package_life.givenSoFar', { quantity: quantityWithUnit(adjusted ?? hundredths(0), kind, locale) })
}
