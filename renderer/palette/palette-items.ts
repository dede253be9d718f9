import type { Customer } from '../../shared/contract/customers.ts'
import { dateText } from '../../shared/date-text.ts'
import { moneyText } from '../../shared/money-text.ts'
import { matchesWords, searchWords } from '../../shared/search-words.ts'
import { usePlaces, type Place } from '../ui/places.ts'
import { useSchool } from '../ui/school.tsx'
import { statusWord } from '../ui/status-badge.tsx'
import type { Command } from './commands.ts'
import { useFound } from './found.ts'
import { say } from '../../shared/words/say.ts'

export interface PaletteItem {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly keys: readonly string[]
  readonly run: () => void
}

export interface PaletteGroup {
  readonly kind: 'actions' | 'customers' | 'packages' | 'invoices' | 'adding'
  readonly name: string
  readonly items: readonly PaletteItem[]
}

/** "add amelia", or "add amelia to a package": about Amelia. */
const ADDING = /^add\s+(?!to\b)(.+?)(\s+to\b.*)?$/i
const addedCustomer = (words: string) => ADDING.exec(words)?.[1]
const customerWords = (words: string) => addedCustomer(words) ?? words

/** What the palette offers for what is typed, in groups; the first of all is what Enter chooses. */
export function usePaletteItems(typed: string, commands: readonly Command[]) {
  const words = typed.trim()
  const added = addedCustomer(words)
  const { found, behind, error } = useFound(words, customerWords)
  const { open, mayOpen } = usePlaces()
  const school = useSchool()
  const to = (id: string, label: string, detail: string, place: Place): PaletteItem[] =>
    mayOpen(place) ? [{ id, label, detail, keys: [], run: () => open(place) }] : []
  const adding: PaletteGroup = {
    kind: 'adding',
    name: say('palette.addToPackage'),
    items: found.customers
      .filter(({ active }) => active)
      .slice(0, 3)
      .flatMap(({ name, number }) =>
        to(`add ${number}`, say('palette.addCustomer', { customer: name }), number, {
          of: 'action',
          view: { kind: 'add', customer: number },
        }),
      ),
  }
  const rows: PaletteGroup[] = [
    { kind: 'actions', name: say('palette.actions'), items: matching(commands, words) },
    {
      kind: 'customers',
      name: say('palette.customers'),
      items: found.customers.flatMap((customer) =>
        to(`customer ${customer.number}`, customer.name, customerDetail(customer), {
          of: 'customer',
          number: customer.number,
        }),
      ),
    },
    {
      kind: 'packages',
      name: say('palette.packages'),
      items: found.packages.flatMap(({ ref, customerName, packageName, status }) =>
        to(`package ${ref}`, customerName, `${packageName} · ${ref} · ${statusWord(status)}`, { of: 'package', ref }),
      ),
    },
    {
      kind: 'invoices',
      name: say('palette.invoices'),
      items: found.invoices.flatMap(({ ref, customerName, date, total, status }) =>
        to(
          `invoice ${ref}`,
          `${ref} ${customerName}`,
          `${dateText(date, school.locale)} · ${moneyText(total, school)} · ${statusWord(status)}`,
          { of: 'invoice', view: { kind: 'invoice', ref } },
        ),
      ),
    },
  ]
  const groups = added === undefined ? [...rows, adding] : [adding, ...rows]
  return { groups: groups.filter(({ items }) => items.length > 0), behind, error }
}

function customerDetail({ number, email, active }: Customer): string {
  return [number, email, active ? '' : say('ui.inactive')].filter((part) => part !== '').join(' · ')
}

/** The commands of which every word typed begins some word; all of them where nothing is typed. */
function matching(commands: readonly Command[], words: string): PaletteItem[] {
  const typed = searchWords(words)
  // Signs are in no word.
  if (typed.length === 0 && words !== '') return []
  return commands
    .filter(({ keysOnly, label, words: more = '' }) => !keysOnly && matchesWords([label, more], typed))
    .map(({ id, label, keys, run }) => ({ id, label, detail: '', keys, run }))
}
