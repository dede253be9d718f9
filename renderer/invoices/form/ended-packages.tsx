import { Button, Group, Text } from '@mantine/core'
import { dateText } from '../../../shared/date-text.ts'
import { say } from '../../../shared/words/say.ts'
import { useOpenAction } from '../../packages/actions/open-action.tsx'
import { useMayDo } from '../../packages/actions/permitted-actions.ts'
import { useSchool } from '../../ui/school.tsx'
import type { Overview } from '../invoices-queries.ts'

/** The packages that ended while something is left on them: why they are not offered, and the way to another last day. */
export function EndedPackages({ overview: { packages } }: { overview: Overview }) {
  const { locale } = useSchool()
  const open = useOpenAction()
  const mayChange = useMayDo()('changeEnd')
  return packages.flatMap(({ ref, packageName, customerNumber, status, lastValid }) =>
    status !== 'expired' || lastValid === null ? (
      []
    ) : (
      <Group key={ref} gap="sm" justify="space-between">
        <Text size="sm">{say('invoice_form.ended', { name: packageName, ref, day: dateText(lastValid, locale) })}</Text>
        {mayChange && (
          <Button
            variant="default"
            size="xs"
            onClick={(event) => open({ kind: 'changeEnd', customer: customerNumber, ref }, event.currentTarget)}
          >
            {say('package_life.title_changeEnd')}
          </Button>
        )}
      </Group>
    ),
  )
}
