import { Button, Group } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { Offer } from '../../../shared/contract/catalogue.ts'
import { call } from '../../api/call.ts'
import { Money } from '../../ui/money.tsx'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'
import { useSchool } from '../../ui/school.tsx'
import type { Column } from '../../ui/table/column.ts'
import { useChange } from '../catalogue-queries.ts'
import classes from '../settings.module.css'

const LOCKED = 'Sold already, so its lines stay as they are. Deactivate it, or copy it as a new package.'

/** The columns of Settings > Packages; the buttons only for those who may change packages. */
export function offersColumns(mayChange: boolean, onCopy: (offer: Offer) => void): readonly Column<Offer>[] {
  const columns: readonly Column<Offer>[] = [
    { id: 'code', header: 'Code', width: '120px', cell: (offer) => offer.code },
    { id: 'name', header: 'Name', width: 'minmax(0, 1.6fr)', cell: (offer) => <NameAndLines offer={offer} /> },
    {
      id: 'price',
      header: 'Price today',
      width: '120px',
      align: 'end',
      cell: (offer) => <Money amount={offer.price} />,
    },
  ]
  if (!mayChange) return columns
  const actions: Column<Offer> = {
    id: 'actions',
    header: 'Actions',
    headerHidden: true,
    width: '280px',
    align: 'end',
    cell: (offer) => <OfferButtons offer={offer} onCopy={() => onCopy(offer)} />,
  }
  return [...columns, actions]
}

function NameAndLines({ offer }: { offer: Offer }) {
  const { locale } = useSchool()
  const lines = offer.lines.map(({ name, quantity, kind }) => `${name} ${quantityWithUnit(quantity, kind, locale)}`)
  return (
    <>
      <div>{offer.name}</div>
      <div className={classes.quiet}>{lines.join(' · ')}</div>
      {offer.locked && <Locked />}
    </>
  )
}

function Locked() {
  return (
    <div className={classes.locked}>
      <IconLock size={16} stroke={1.6} aria-hidden="true" />
      <span className={classes.quiet}>{LOCKED}</span>
    </div>
  )
}

function OfferButtons({ offer, onCopy }: { offer: Offer; onCopy: () => void }) {
  const change = useChange(
    () => call('offers.setActive', { code: offer.code, active: !offer.active }),
    ({ name, active }) => (active ? `${name} is sold again.` : `${name} is not sold any more.`),
    'packages',
    () => undefined,
  )
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button size="xs" variant="default" onClick={onCopy} aria-label={`Copy ${offer.name} as new package`}>
        Copy as new package
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate(undefined)}
        aria-label={`${offer.active ? 'Deactivate' : 'Activate'} ${offer.name}`}
      >
        {offer.active ? 'Deactivate' : 'Activate'}
      </Button>
    </Group>
  )
}
