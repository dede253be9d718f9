import { Text } from '@mantine/core'
import { call } from '../../api/call.ts'
import { ActionForm, type Header } from './action-form.tsx'
import { PackageLine } from './package-line.tsx'
import { packageForm } from './package-form.ts'
import { usePackageOf, type PackageFormProps } from './package-of.ts'
import { removedFrom } from './life/life-reversal.ts'
import { say } from '../../../shared/words/say.ts'

packageForm({
  kind: 'remove',
  form: RemoveForm,
  title: 'package_actions.title_remove',
  needs: ['Manage Packages'],
  on: ['active', 'completed', 'expired'],
})

/** Removes a customer from a package. Cancel has the focus. */
export function RemoveForm({ customer, packageRef, filled, onClose }: PackageFormProps) {
  const of = usePackageOf(customer, packageRef)
  return (
    <ActionForm
      body={{ package: packageRef }}
      basis={of.basis}
      preview={(input: { package: string } & Header) => call('packages.remove.preview', input)}
      record={(input) => call('packages.remove', input)}
      about={() => removedFrom(customer, packageRef)}
      fields={[]}
      noteLabel={say('ui.reason')}
      submit={say('package_actions.title_remove')}
      destructive
      filled={filled}
      onClose={onClose}
    >
      {() => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <Text size="sm">{say('package_actions.removing')}</Text>
        </>
      )}
    </ActionForm>
  )
}
