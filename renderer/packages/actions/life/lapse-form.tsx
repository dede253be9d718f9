import { Text } from '@mantine/core'
import { dateText } from '../../../../shared/date-text.ts'
import { moneyText } from '../../../../shared/money-text.ts'
import { quantityWithUnit } from '../../../../shared/quantity-text.ts'
import { say } from '../../../../shared/words/say.ts'
import { call } from '../../../api/call.ts'
import { useSchool } from '../../../ui/school.tsx'
import { ActionForm, type Header } from '../action-form.tsx'
import { PackageLine } from '../package-line.tsx'
import { packageForm } from '../package-form.ts'
import { usePackageOf, type PackageFormProps, type PackageInForm } from '../package-of.ts'

packageForm({
  kind: 'lapse',
  form: LapseForm,
  title: 'package_life.title_lapse',
  needs: ['Access Billing Tab', 'Adjust Packages'],
  on: ['expired'],
})

/** After the last valid day: what remains leaves the lines, and the unspent funds become the school's. */
export function LapseForm({ customer, packageRef, filled, onClose }: PackageFormProps) {
  const of = usePackageOf(customer, packageRef)
  return (
    <ActionForm
      body={{ package: packageRef }}
      basis={of.basis}
      preview={(input: { package: string } & Header) => call('packages.lapse.preview', input)}
      record={(input) => call('packages.lapse', input)}
      about={() => ({ show: { of: 'package', ref: packageRef }, undo: null })}
      fields={[]}
      noteLabel={say('ui.reason')}
      submit={say('package_life.title_lapse')}
      destructive
      filled={filled}
      onClose={onClose}
    >
      {() => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <Lapsing of={of} />
          <Text size="sm" c="dimmed">
            {say('package_life.lapseLaw')}
          </Text>
        </>
      )}
    </ActionForm>
  )
}

function Lapsing({ of: { widget } }: { of: PackageInForm }) {
  const school = useSchool()
  if (!widget?.lastValid) return null
  const left = widget.lines
    .filter(({ remaining }) => remaining !== 0)
    .map(({ name, remaining, kind }) =>
      say('package_life.ofLine', { name, quantity: quantityWithUnit(remaining, kind, school.locale) }),
    )
  const params = { day: dateText(widget.lastValid, school.locale), lines: left.join('; ') }
  return (
    <Text size="sm">
      {widget.funds === null
        ? say('package_life.lapsing', params)
        : say('package_life.lapsingFunds', { ...params, funds: moneyText(widget.funds, school) })}
    </Text>
  )
}
