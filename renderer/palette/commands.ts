import type { ColorScheme } from '../../shared/contract/preferences.ts'
import { useColors } from '../frame/colors.ts'
import { useUser, useSession } from '../sign-in/session.tsx'
import { usePlaces, type Done, type Place } from '../ui/places.ts'
import { openPalette } from './palette-door.ts'

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
  ['New invoice', ['n'], { of: 'invoice', view: { kind: 'new' } }],
  ['Add to package', ['a'], { of: 'action', view: { kind: 'add', customer: null } }, 'sell enroll'],
  ['New customer', [], { of: 'customerForm', customer: null }, 'student'],
  ['Go to Packages', ['g', 'p'], { of: 'screen', screen: 'billing', part: null }, 'billing balances'],
  ['Go to Invoices', ['g', 'i'], { of: 'screen', screen: 'billing', part: 'invoices' }, 'billing'],
  ['Go to Statements', ['g', 't'], { of: 'screen', screen: 'billing', part: 'statements' }, 'billing check print pdf'],
  ['Go to Reports', ['g', 'r'], { of: 'screen', screen: 'billing', part: 'reports' }, 'billing liability aging owed'],
  ['Go to Reconcile', [], { of: 'screen', screen: 'billing', part: 'reconcile' }, 'billing stripe square bank payout'],
  ['Go to Closing', [], { of: 'screen', screen: 'billing', part: 'closing' }, 'billing close day cash count'],
  ['Go to Integrity', [], { of: 'screen', screen: 'billing', part: 'integrity' }, 'billing verify'],
  ['Go to Customers', ['g', 'c'], { of: 'screen', screen: 'customers', part: null }, 'students'],
  ['Go to Settings', ['g', 's'], { of: 'screen', screen: 'settings', part: null }],
  ['Go to Hour types', [], { of: 'screen', screen: 'settings', part: 'hours' }, 'settings catalogue rates aircraft'],
  ['Go to Products and services', [], { of: 'screen', screen: 'settings', part: 'items' }, 'settings catalogue'],
  ['Go to the packages on sale', [], { of: 'screen', screen: 'settings', part: 'packages' }, 'settings offers new'],
  ['Import a school…', [], { of: 'screen', screen: 'settings', part: 'import' }, 'settings csv folder'],
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
      : [{ id: 'search', label: 'Search in the list', keys: ['/'], keysOnly: true as const, run: focusSearch }]),
    ...ofLast('Show what was done last', 's', last?.show),
    ...ofLast('Undo what was done last', 'u', last?.undo),
    { id: 'palette', label: 'Find or do anything', keys: [PALETTE_KEY], keysOnly: true, run: () => openPalette() },
    { id: 'shortcuts', label: 'Keyboard shortcuts', keys: ['?'], words: 'help keys', run: onShortcuts },
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
    words: 'theme mode',
    run: () => choose(scheme),
  })
  return [
    colors('Light colors', 'light'),
    colors('Dark colors', 'dark'),
    colors('Colors as the system has them', 'auto'),
    { id: 'sign out', label: 'Sign out', keys: [], words: 'lock leave log', run: () => void signOut() },
  ]
}

/** The search of the list that is on the screen, where there is one. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  field?.select()
}
