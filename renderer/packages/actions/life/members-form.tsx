import { SegmentedControl, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { say } from '../../../../shared/words/say.ts'
import { call } from '../../../api/call.ts'
import { CustomerField } from '../../../invoices/form/customer-field.tsx'
import { MembersLine } from '../../members-line.tsx'
import { ActionForm, type Header } from '../action-form.tsx'
import { PackageLine } from '../package-line.tsx'
import { packageForm } from '../package-form.ts'
import { usePackageOf, type PackageFormProps } from '../package-of.ts'
import { memberChanged } from './life-reversal.ts'

interface Body {
  readonly package: string
  readonly customer: string
}

function previewed(removes: boolean, input: Body & Header) {
  return removes ? call('packages.removeMember.preview', input) : call('packages.addMember.preview', input)
}

packageForm({
  kind: 'members',
  form: MembersForm,
  title: 'package_life.title_members',
  // The form finds the member among all.
  needs: ['Access Billing Tab', 'View All Student Enrollments', 'Adjust Packages'],
  on: ['active', 'completed', 'expired'],
})

/** Lets another customer fly from a package from a day on, or ends that. */
export function MembersForm({ customer, packageRef, filled, onClose }: PackageFormProps) {
  const of = usePackageOf(customer, packageRef)
  const [removes, setRemoves] = useState(filled?.back ?? false)
  const [member, setMember] = useState<string | null>(filled?.member ?? null)
  const now = (of.widget?.members ?? []).filter(({ until }) => until === null)
  return (
    <ActionForm
      body={member === null ? null : { package: packageRef, customer: member }}
      basis={of.basis}
      preview={(input: Body & Header) => previewed(removes, input)}
      record={(input) => (removes ? call('packages.removeMember', input) : call('packages.addMember', input))}
      about={(_done, input) => memberChanged(customer, packageRef, input.customer, removes)}
      fields={['customer']}
      submit={say(removes ? 'package_life.removeMember' : 'package_life.addMember')}
      filled={filled}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <Text size="sm">{now.length === 0 ? say('package_life.noMembers') : <MembersLine members={now} />}</Text>
          {now.length > 0 && (
            <SegmentedControl
              aria-label={say('package_life.title_members')}
              data={[
                { value: 'add', label: say('package_life.addMember') },
                { value: 'remove', label: say('package_life.removeMember') },
              ]}
              value={removes ? 'remove' : 'add'}
              onChange={(value) => {
                setRemoves(value === 'remove')
                setMember(null)
              }}
            />
          )}
          {removes ? (
            <Select
              label={say('package_life.member')}
              data={now.map(({ number, name }) => ({
                value: number,
                label: say('invoice_form.customer', { name, number }),
              }))}
              value={member}
              onChange={setMember}
              error={problemOf('customer')}
            />
          ) : (
            <CustomerField
              label={say('package_life.member')}
              value={member}
              onChange={setMember}
              error={problemOf('customer')}
            />
          )}
        </>
      )}
    </ActionForm>
  )
}
