import { Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { PackageWidget } from '../../../shared/contract/customers.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import { call } from '../../api/call.ts'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'
import { useSchool } from '../../ui/school.tsx'
import { typedQuantityText } from '../../../shared/typed-numbers.ts'
import { ActionForm, type Header } from './action-form.tsx'
import { TypedField } from './amount-field.tsx'
import { PackageLine } from './package-line.tsx'
import { packageForm } from './package-form.ts'
import { usePackageOf, type PackageFormProps } from './package-of.ts'
import { hoursTransferred } from './reversal.ts'
import { readQuantity } from './typed-quantity.ts'
import { say } from '../../../shared/words/say.ts'

interface Body {
  readonly package: string
  readonly code: string
  readonly quantity: Hundredths
  readonly to: string
}

packageForm({
  kind: 'transferHours',
  form: HoursForm,
  title: 'package_actions.title_transferHours',
  needs: ['Access Billing Tab', 'Transfer Package Hours'],
  on: ['active', 'completed'],
})

/** Transfers hours of one hour type to another of the same package; what arrives is shown while typing. */
export function HoursForm({ customer, packageRef, filled, onClose }: PackageFormProps) {
  const { locale } = useSchool()
  const of = usePackageOf(customer, packageRef)
  const [form, setForm] = useState<Typed>({
    typed: filled?.quantity === undefined ? '' : typedQuantityText(filled.quantity, locale),
    code: filled?.code ?? null,
    to: filled?.to ?? null,
  })
  const { quantity } = readQuantity(form.typed, locale, 'hour')
  const { code, to } = form
  const body: Body | null =
    quantity === null || code === null || to === null ? null : { package: packageRef, code, quantity, to }
  return (
    <ActionForm
      body={body}
      basis={of.basis}
      preview={(input: Body & Header) => call('packages.transferHours.preview', input)}
      record={(input) => call('packages.transferHours', input)}
      about={(_done, input, preview) =>
        hoursTransferred(customer, { ...input, ref: input.package }, preview?.received ?? null)
      }
      fields={['code', 'quantity', 'to']}
      submit={say('package_actions.title_transferHours')}
      filled={filled}
      onClose={onClose}
    >
      {(problemOf, preview) => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <HoursFields lines={of.widget?.lines ?? []} form={form} onForm={setForm} problemOf={problemOf} />
          {body !== null && typeof preview?.received === 'number' && (
            <Received given={body.quantity} received={preview.received} />
          )}
        </>
      )}
    </ActionForm>
  )
}

interface Typed {
  readonly typed: string
  readonly code: string | null
  readonly to: string | null
}

interface HoursFieldsProps {
  readonly lines: PackageWidget['lines']
  readonly form: Typed
  readonly onForm: (form: Typed) => void
  readonly problemOf: (field: string) => string | null
}

function HoursFields({ lines, form, onForm, problemOf }: HoursFieldsProps) {
  const { locale } = useSchool()
  const { quantity, problem } = readQuantity(form.typed, locale, 'hour')
  const choices = lines
    .filter(({ kind }) => kind === 'hour')
    .map((line) => ({
      value: line.code,
      label: say('package_actions.hoursRemaining', {
        name: line.name,
        quantity: quantityWithUnit(line.remaining, line.kind, locale),
      }),
    }))
  return (
    <>
      <Select
        label={say('ui.from')}
        data-autofocus
        data={choices}
        value={form.code}
        onChange={(code) => onForm({ ...form, code, to: form.to === code ? null : form.to })}
        error={problemOf('code')}
      />
      <TypedField
        label={say('ui.hours')}
        value={form.typed}
        onChange={(typed) => onForm({ ...form, typed })}
        error={problem ?? problemOf('quantity')}
        {...(quantity === null ? {} : { description: quantityWithUnit(quantity, 'hour', locale) })}
      />
      <Select
        label={say('ui.to')}
        data={choices.filter(({ value }) => value !== form.code)}
        value={form.to}
        onChange={(to) => onForm({ ...form, to })}
        error={problemOf('to')}
      />
    </>
  )
}

function Received({ given, received }: { given: Hundredths; received: Hundredths }) {
  const { locale } = useSchool()
  return (
    <Text size="sm" fw={600}>
      {say('package_actions.hoursBecome', {
        given: quantityWithUnit(given, 'hour', locale),
        received: quantityWithUnit(received, 'hour', locale),
      })}
    </Text>
  )
}
