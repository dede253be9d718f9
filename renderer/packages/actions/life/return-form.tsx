import { Text } from '@mantine/core'
import { say } from '../../../../shared/words/say.ts'
import { call } from '../../../api/call.ts'
import { ActionForm, type Header } from '../action-form.tsx'
import { PackageLine } from '../package-line.tsx'
import { packageForm } from '../package-form.ts'
import { usePackageOf, type PackageFormProps } from '../package-of.ts'
import { returnedTo } from './life-reversal.ts'

packageForm({
  kind: 'returnTo',
  form: ReturnForm,
  title: 'package_life.title_returnTo',
  needs: ['Manage Packages'],
  on: ['removed'],
})

/** Undoes the removal of a customer from a package, with a reason. */
export function ReturnForm({ customer, packageRef, filled, onClose }: PackageFormProps) {
  const of = usePackageOf(customer, packageRef)
  return (
    <ActionForm
      body={{ package: packageRef }}
      basis={of.basis}
      preview={(input: { package: string } & Header) => call('packages.return.preview', input)}
      record={(input) => call('packages.return', input)}
      about={() => returnedTo(customer, packageRef)}
      fields={[]}
      noteLabel={say('ui.reason')}
      submit={say('package_life.title_returnTo')}
      filled={filled}
      onClose={onClose}
    >
      {() => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <Text size="sm">{say('package_life.returning')}</Text>
        </>
      )}
    </ActionForm>
  )
}
