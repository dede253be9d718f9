import type { BackupsStatus } from '../../../shared/contract/backups.ts'
import type { SetUp } from '../../../shared/contract/school.ts'
import type { Permission } from '../../../shared/permissions.ts'
import { say } from '../../../shared/words/say.ts'
import type { Place } from '../../ui/places.ts'
import { addressOf } from '../../ui/route.ts'

/** What an address says of a tab that one comes to from the set-up. */
export const FROM_SET_UP = 'set-up'

/** One step of the set-up: what is there of it, and where it is done. */
export interface SetUpStep {
  readonly id: string
  readonly title: string
  readonly state: 'is_there' | 'is_missing' | 'is_optional'
  /** what is there, or what it is for */
  readonly words: string
  /** what the button is called that leads to it */
  readonly go: string
  /** a tab of Settings, or a form on top of the list */
  readonly to: { readonly address: string } | { readonly place: Place }
  /** null: whoever sees the list */
  readonly needs: Permission | null
}

export interface SchoolWords {
  readonly name: string
  readonly currency: string
  readonly timeZone: string
  readonly locale: string
}

/** The steps in the order in which they build on each other. @param made when the last backup was, in words */
export function setUpSteps(
  there: SetUp,
  school: SchoolWords,
  backups: Pick<BackupsStatus, 'sameDisk'>,
  made: string | null,
): SetUpStep[] {
  return [schoolStep(there, school), ...catalogueSteps(there), ...peopleSteps(there), backupStep(backups, made)]
}

function schoolStep(there: SetUp, school: SchoolWords): SetUpStep {
  return {
    id: 'school',
    title: say('set_up.school'),
    state: there.hasAddress ? 'is_there' : 'is_missing',
    words: sentences(say('set_up.schoolIs', { ...school }), !there.hasAddress && say('set_up.noAddress')),
    go: say('set_up.schoolGo'),
    to: tab('school'),
    needs: null,
  }
}

function catalogueSteps(there: SetUp): SetUpStep[] {
  return [
    {
      id: 'hourTypes',
      title: say('set_up.hourTypes'),
      state: some(there.hourTypes, 'is_missing'),
      words: say('set_up.hourTypesAre', { count: there.hourTypes }),
      go: say('set_up.hourTypesGo'),
      to: tab('hours'),
      needs: 'Manage Packages',
    },
    {
      id: 'items',
      title: say('set_up.items'),
      state: some(there.items, 'is_optional'),
      words: say('set_up.itemsAre', { count: there.items }),
      go: say('set_up.itemsGo'),
      to: tab('items'),
      needs: 'Manage Packages',
    },
    {
      id: 'packages',
      title: say('set_up.packages'),
      state: some(there.packages, 'is_missing'),
      words: say('set_up.packagesAre', { count: there.packages }),
      go: say('set_up.packagesGo'),
      to: tab('packages'),
      needs: 'Manage Packages',
    },
  ]
}

function peopleSteps(there: SetUp): SetUpStep[] {
  return [
    {
      id: 'customers',
      title: say('set_up.customers'),
      state: some(there.customers, 'is_missing'),
      words: say('set_up.customersAre', { count: there.customers }),
      go: say('set_up.customersGo'),
      to: { place: { of: 'customerForm', customer: null, stays: true } },
      needs: null,
    },
    {
      id: 'users',
      title: say('set_up.users'),
      state: there.usersWithoutPassword > 0 ? 'is_missing' : some(there.users - 1, 'is_optional'),
      words: sentences(
        say('set_up.usersAre', { count: there.users }),
        there.usersWithoutPassword > 0 && say('set_up.usersWithoutPassword', { count: there.usersWithoutPassword }),
      ),
      go: say('set_up.usersGo'),
      to: tab('users'),
      needs: 'Manage Users',
    },
    {
      id: 'bring',
      title: say('set_up.bring'),
      state: some(there.broughtOver, 'is_optional'),
      words: say('set_up.bringAre', { count: there.broughtOver }),
      go: say('set_up.bringGo'),
      to: tab('bring'),
      needs: null,
    },
  ]
}

function backupStep({ sameDisk }: Pick<BackupsStatus, 'sameDisk'>, made: string | null): SetUpStep {
  return {
    id: 'backups',
    title: say('set_up.backups'),
    state: made === null ? 'is_missing' : 'is_there',
    words:
      made === null
        ? say('set_up.noBackup')
        : sentences(say('set_up.backupIs', { made }), sameDisk && say('set_up.sameDisk')),
    go: say('set_up.backupsGo'),
    to: tab('backups'),
    needs: null,
  }
}

function some(count: number, otherwise: 'is_missing' | 'is_optional'): SetUpStep['state'] {
  return count > 0 ? 'is_there' : otherwise
}

function sentences(...all: readonly (string | false)[]): string {
  return all.filter((each) => each !== false).join(' ')
}

function tab(name: string): SetUpStep['to'] {
  return { address: `${addressOf('settings', name)}/${FROM_SET_UP}` }
}
