import { Button, Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import { dateText } from '../../../../shared/date-text.ts'
import { addMonths, type BusinessDate } from '../../../../shared/dates.ts'
import { say } from '../../../../shared/words/say.ts'
import { call } from '../../../api/call.ts'
import { DayField } from '../../../ui/fields/day-field.tsx'
import { useSchool } from '../../../ui/school.tsx'
import { useToday } from '../../../ui/fields/today.ts'
import { ActionForm, type Header } from '../action-form.tsx'
import classes from '../actions.module.css'
import { PackageLine } from '../package-line.tsx'
import { packageForm } from '../package-form.ts'
import { usePackageOf, type PackageFormProps } from '../package-of.ts'
import { endChanged } from './life-reversal.ts'

interface Body {
  readonly package: string
  readonly end: BusinessDate | null
}

const LONGER_BY_MONTHS = [1, 3, 6, 12]

packageForm({
  kind: 'changeEnd',
  form: EndForm,
  title: 'package_life.title_changeEnd',
  needs: ['Access Billing Tab', 'Adjust Packages'],
  on: ['active', 'completed', 'expired'],
})

/** Changes the last valid day of a customer package, or takes it away, with a reason. */
export function EndForm({ customer, packageRef, filled, onClose }: PackageFormProps) {
  const { locale } = useSchool()
  const today = useToday()
  const of = usePackageOf(customer, packageRef)
  const [end, setEnd] = useState<BusinessDate | null>(filled?.end ?? null)
  const [never, setNever] = useState(filled?.end === null)
  const now = of.widget?.lastValid ?? null
  return (
    <ActionForm
      body={never ? { package: packageRef, end: null } : end && { package: packageRef, end }}
      basis={of.basis}
      preview={(input: Body & Header) => call('packages.changeEnd.preview', input)}
      record={(input) => call('packages.changeEnd', input)}
      about={() => endChanged(customer, packageRef, now)}
      fields={['end']}
      noteLabel={say('ui.reason')}
      submit={say('package_life.title_changeEnd')}
      filled={filled}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <PackageLine of={of} packageRef={packageRef} />
          <Text size="sm">
            {now === null ? say('package_life.endsNever') : say('package_life.endsOn', { day: dateText(now, locale) })}
          </Text>
          <DayField
            label={say('package_life.newEnd')}
            value={never ? null : end}
            onChange={setEnd}
            disabled={never}
            error={problemOf('end')}
          />
          <div className={classes.presets}>
            {LONGER_BY_MONTHS.map((months) => (
              <Button
                key={months}
                variant="default"
                size="xs"
                disabled={never}
                onClick={() => setEnd(addMonths(now ?? today, months))}
              >
                {say(now === null ? 'package_life.inMonths' : 'package_life.longerByMonths', { months })}
              </Button>
            ))}
          </div>
          <Checkbox
            label={say('package_life.neverEnds')}
            checked={never}
            onChange={(event) => setNever(event.currentTarget.checked)}
          />
        </>
      )}
    </ActionForm>
  )
}
