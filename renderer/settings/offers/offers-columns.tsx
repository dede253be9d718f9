import { Button, Group } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { Offer } from '../../../shared/contract/catalogue.ts'
import { call } from '../../api/call.ts'
import { Money } from '../../ui/money.tsx'
import { quantityWithUnit } from '../../../shared/quantity-text.ts'
import { say } from '../../../shared/words/say.ts'
import { useSchool } from '../../ui/school.tsx'
import type { Column } from '../../ui/table/column.ts'
import { useChange } from '../catalogue-queries.ts'
import type { Beginning } from './offer-draft.ts'
import classes from '../settings.module.css'

const LOCKED = say('settings.sold_already_so_its_lines_stay_as')

/** The columns of Settings > Packages; the buttons only for those who may change packages. */
export function offersColumns(mayChange: boolean, onWizard: (beginning: Beginning) => void): readonly Column<Offer>[] {
  const columns: readonly Column<Offer>[] = [
    { id: 'code', header: say('settings.code'), width: 'minmax(80px, 120px)', least: 80, cell: (offer) => offer.code },
    {
      id: 'name',
      header: say('settings.name'),
      width: 'minmax(150px, 1.2fr)',
      least: 150,
      cell: (offer) => <NameAndLines offer={offer} />,
    },
    {
      id: 'price',
      header: say('settings.price_today'),
      width: '110px',
      least: 110,
      align: 'end',
      cell: (offer) => <Money amount={offer.price} />,
    },
  ]
  if (!mayChange) return columns
  const actions: Column<Offer> = {
    id: 'actions',
    header: say('settings.actions'),
    headerHidden: true,
    width: 'minmax(180px, 1fr)',
    least: 180,
    align: 'end',
    cell: (offer) => <OfferButtons offer={offer} onWizard={onWizard} />,
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
      {offer.validMonths !== null && (
        <div className={classes.quiet}>{say('settings.valid_for', { count: offer.validMonths })}</div>
      )}
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

function OfferButtons({ offer, onWizard }: { offer: Offer; onWizard: (beginning: Beginning) => void }) {
  const change = useChange(
    () => call('offers.setActive', { code: offer.code, active: !offer.active }),
    ({ name, active }) =>
      active ? say('settings.name_is_sold_again', { name }) : say('settings.name_is_not_sold_any_more', { name }),
    'packages',
    () => undefined,
  )
  return (
    <Group gap="xs" justify="flex-end">
      {!offer.locked && (
        <Button
          size="xs"
          variant="default"
          onClick={() => onWizard({ of: 'edit', offer })}
          aria-label={say('settings.edit_name', { name: offer.name })}
        >
          {say('settings.edit')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        onClick={() => onWizard({ of: 'copy', offer })}
        aria-label={say('settings.copy_name_as_new_package', { name: offer.name })}
      >
        {say('settings.copy_as_new_package')}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate(undefined)}
        aria-label={`${offer.active ? say('settings.deactivate') : say('settings.activate')} ${offer.name}`}
      >
        {offer.active ? say('settings.deactivate') : say('settings.activate')}
      </Button>
    </Group>
  )
}
