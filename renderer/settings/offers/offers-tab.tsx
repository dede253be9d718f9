import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Offer } from '../../../shared/contract/catalogue.ts'
import { say } from '../../../shared/words/say.ts'
import { historyColumn } from '../../records/history-column.tsx'
import { RecordHistoryDialog } from '../../records/record-history.tsx'
import { usePermission } from '../../sign-in/session.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PlainTable } from '../../ui/table/plain-table.tsx'
import { useOffers } from '../catalogue-queries.ts'
import classes from '../settings.module.css'
import { offersColumns } from './offers-columns.tsx'
import { NewOfferDialog } from './new-offer-dialog.tsx'
import type { Beginning } from './offer-draft.ts'

/** Settings > Packages: what the school sells, and what it sold. */
export function OffersTab() {
  const mayChange = usePermission('Manage Packages')
  const [active, setActive] = useState(true)
  const [shown, setShown] = useState<Offer | null>(null)
  const [wizard, setWizard] = useState<Beginning | null>(null)
  const offers = useOffers(active)
  const rows = offers.data?.offers ?? []
  return (
    <section className={`${classes.section} ${classes.wide}`} aria-label={say('settings.packages')}>
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('settings.filter')}
          classNames={{ input: classes.filterInput ?? '' }}
          data={[
            { value: 'active', label: say('settings.active') },
            { value: 'inactive', label: say('settings.inactive') },
          ]}
          value={active ? 'active' : 'inactive'}
          onChange={(value) => setActive(value === 'active')}
        />
        {mayChange && (
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setWizard({ of: 'new' })}>
            {say('settings.new_package')}
          </Button>
        )}
      </Group>
      {offers.isError && <FailureNotice thrown={offers.error} onRetry={() => void offers.refetch()} />}
      {offers.isSuccess && rows.length === 0 && (
        <Text c="dimmed">
          {active ? say('settings.no_package_is_sold_at_present') : say('settings.no_package_is_inactive')}
        </Text>
      )}
      {rows.length > 0 && (
        <PlainTable
          label={say('settings.packages')}
          columns={[...offersColumns(mayChange, setWizard), ...(mayChange ? [historyColumn<Offer>(setShown)] : [])]}
          rows={rows}
          rowKey={(offer) => offer.code}
        />
      )}
      <RecordHistoryDialog
        name={shown?.name ?? ''}
        subject={shown && { of: 'offers', key: shown.code }}
        onClose={() => setShown(null)}
      />
      <NewOfferDialog beginning={wizard} onClose={() => setWizard(null)} />
    </section>
  )
}
