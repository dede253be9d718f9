import type { ColorScheme } from '../../shared/contract/preferences.ts'
import { useColors } from '../frame/colors.ts'
import { useUser, useSession } from '../sign-in/session.tsx'
import { usePlaces, type Done, type Place } from '../ui/places.ts'
import { openPalette } from './palette-door.ts'
import { say } from '../../shared/words/say.ts'

/** Something that can be done from anywhere, by its keys or by its name in the palette. */
export interface Command {
  readonly id: string
  readonly label: string
  /** keys pressed one after the other; none: by name only */
  readonly keys: readonly string[]
  /** in a dialog of shortcuts and nowhere else: it is about what is on the screen now */
  readonly keysOnly?: true
  /** further words by which it is found */
  readonly words?: string
  readonly run: () => void
}

/** Ctrl+K, or Cmd+K on a Mac. */
export const PALETTE_KEY = 'mod+k'

/** [label, keys, place, further words] of what leads somewhere. */
const WAYS: readonly (readonly [string, readonly string[], Place, string?])[] = [
  [say('palette.newInvoice'), ['n'], { of: 'invoice', view: { kind: 'new', customer: null } }],
  [
    say('palette.addToPackage'),
    ['a'],
    { of: 'action', view: { kind: 'add', customer: null } },
    say('palette.addToPackageWords'),
  ],
  [say('palette.newCustomer'), [], { of: 'customerForm', customer: null }, say('palette.newCustomerWords')],
  [
    say('palette.goToPackages'),
    ['g', 'p'],
    { of: 'screen', screen: 'billing', part: null },
    say('palette.goToPackagesWords'),
  ],
  [
    say('palette.goToInvoices'),
    ['g', 'i'],
    { of: 'screen', screen: 'billing', part: 'invoices' },
    say('palette.goToInvoicesWords'),
  ],
  [
    say('palette.goToStatements'),
    ['g', 't'],
    { of: 'screen', screen: 'billing', part: 'statements' },
    say('palette.goToStatementsWords'),
  ],
  [
    say('palette.goToReports'),
    ['g', 'r'],
    { of: 'screen', screen: 'billing', part: 'reports' },
    say('palette.goToReportsWords'),
  ],
  [
    say('palette.goToReconcile'),
    [],
    { of: 'screen', screen: 'billing', part: 'reconcile' },
    say('palette.goToReconcileWords'),
  ],
  [
    say('palette.goToClosing'),
    [],
    { of: 'screen', screen: 'billing', part: 'closing' },
    say('palette.goToClosingWords'),
  ],
  [
    say('palette.goToIntegrity'),
    [],
    { of: 'screen', screen: 'billing', part: 'integrity' },
    say('palette.goToIntegrityWords'),
  ],
  [
    say('palette.goToCustomers'),
    ['g', 'c'],
    { of: 'screen', screen: 'customers', part: null },
    say('palette.goToCustomersWords'),
  ],
  [say('palette.goToSettings'), ['g', 's'], { of: 'screen', screen: 'settings', part: null }],
  [
    say('palette.goToHourTypes'),
    [],
    { of: 'screen', screen: 'settings', part: 'hours' },
    say('palette.goToHourTypesWords'),
  ],
  [say('palette.goToItems'), [], { of: 'screen', screen: 'settings', part: 'items' }, say('palette.goToItemsWords')],
  [
    say('palette.goToOffers'),
    [],
    { of: 'screen', screen: 'settings', part: 'packages' },
    say('palette.goToOffersWords'),
  ],
  [
    say('palette.importSchool'),
    [],
    { of: 'screen', screen: 'settings', part: 'import' },
    say('palette.importSchoolWords'),
  ],
]

interface CommandContext {
  /** what was done last, or null */
  readonly last: Done | null
  readonly onShortcuts: () => void
}

/** Everything that the person may do from anywhere: the one list behind the palette, the keys and their dialog. */
export function useCommands({ last, onShortcuts }: CommandContext): readonly Command[] {
  const { open, mayOpen } = usePlaces()
  const isCustomer = useUser().customer !== null
  const ways = WAYS.flatMap(([label, keys, place, words = '']): Command[] =>
    isCustomer || !mayOpen(place) ? [] : [{ id: label, label, keys, words, run: () => open(place) }],
  )
  const ofLast = (label: string, key: string, place: Place | null | undefined): Command[] =>
    isCustomer ? [] : [{ id: label, label, keys: [key], keysOnly: true, run: () => place && open(place) }]
  return [
    ...ways,
    ...(isCustomer
      ? []
      : [{ id: 'search', label: say('palette.searchInList'), keys: ['/'], keysOnly: true as const, run: focusSearch }]),
    ...ofLast(say('palette.showLast'), 's', last?.show),
    ...ofLast(say('palette.undoLast'), 'u', last?.undo),
    { id: 'palette', label: say('palette.findOrDo'), keys: [PALETTE_KEY], keysOnly: true, run: () => openPalette() },
    {
      id: 'shortcuts',
      label: say('palette.shortcuts'),
      keys: ['?'],
      words: say('palette.shortcutsWords'),
      run: onShortcuts,
    },
    ...useWindowCommands(),
  ]
}

function useWindowCommands(): readonly Command[] {
  const { signOut } = useSession()
  const [, choose] = useColors()
  const colors = (label: string, scheme: ColorScheme): Command => ({
    id: label,
    label,
    keys: [],
    words: say('palette.colorsWords'),
    run: () => choose(scheme),
  })
  return [
    colors(say('palette.lightColors'), 'light'),
    colors(say('palette.darkColors'), 'dark'),
    colors(say('palette.autoColors'), 'auto'),
    {
      id: 'sign out',
      label: say('palette.signOut'),
      keys: [],
      words: say('palette.signOutWords'),
      run: () => void signOut(),
    },
  ]
}

/** The search of the list that is on the screen, where there is one. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  field?.select()
}
