import type { CallName } from '../../shared/contract/index.ts'
import type { Database } from '../../electron/storage/database.ts'
import { Outbox } from '../../electron/storage/outbox.ts'
import { verifySchool } from '../../electron/verification/verification.ts'
import type { DeskWithout } from './desk-without.ts'

const HEADER = { date: null, basis: [] }
const CUSTOMERS = ['C-001', 'C-002', 'C-003', 'C-005', 'C-006']
/** customer, package and a code of it: the hours of all desks are taken from the same ones */
const PACKAGES = [
  ['C-001', 'CP-1001', 'DUAL'],
  ['C-003', 'CP-1003', 'SIM'],
  ['C-005', 'CP-1005', 'C172S'],
  ['C-005', 'CP-1006', 'C172S'],
  ['C-002', 'CP-1007', 'C172S'],
] as const

/** The same numbers for the same seed. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Asked = readonly [call: CallName, input: Readonly<Record<string, unknown>>]

/** A day at a desk: what it makes and acts on again, as people do. */
export class DayWithout {
  readonly acknowledged: string[] = []
  /** calls that the desk's own copy refused: nobody was told that they are recorded */
  refusedHere = 0
  readonly #desk: DeskWithout
  readonly #name: string
  readonly #below: (below: number) => number
  readonly #invoices: string[] = []
  readonly #payments: (readonly [customer: string, ref: string])[] = []
  readonly #packages: string[] = []

  constructor(desk: DeskWithout, name: string, seed: number) {
    this.#desk = desk
    this.#name = name
    this.#below = seeded(seed)
  }

  /** Does things until so many were acknowledged. */
  async work(count: number): Promise<void> {
    for (let tries = 0; this.acknowledged.length < count; tries++) {
      if (tries > count * 20) throw new Error('hardly anything can be recorded at this desk')
      const id = `${this.#name}-action-${tries}`
      const [call, input] = this.#next(id)
      const reply = await this.#desk.send(call, input, id)
      if (!reply.ok) {
        this.refusedHere++
        continue
      }
      this.acknowledged.push(id)
      const { ref } = reply.value as { ref: string }
      if (call === 'invoices.make') this.#invoices.push(ref)
      if (call === 'accounts.deposit') this.#payments.push([String(input['customer']), ref])
      if (call === 'packages.add') this.#packages.push(ref)
    }
  }

  isBack(): Promise<void> {
    return this.#desk.isBack()
  }

  #of<T>(values: readonly T[]): T {
    const value = values[this.#below(values.length)]
    if (value === undefined) throw new Error('nothing to choose from')
    return value
  }

  #next(note: string): Asked {
    const header = { ...HEADER, note }
    const [customer, pack, code] = this.#of(PACKAGES)
    const quantity = 50 + this.#below(20) * 50
    const amount = 1_000 + this.#below(50) * 500
    switch (this.#below(12)) {
      case 0:
        return [
          'packages.pay',
          { ...header, package: this.#of([pack, ...this.#packages]), amount, method: 'card', failed: false },
        ]
      case 1:
      case 2:
        return ['accounts.deposit', { ...header, customer: this.#of(CUSTOMERS), amount, method: 'cash', failed: false }]
      case 3:
        return [
          'accounts.withdraw',
          { ...header, customer: this.#of(CUSTOMERS), amount, method: 'cash', failed: false },
        ]
      case 4:
        return ['invoices.make', { ...header, customer, lines: [{ package: null, code: 'BRIEF', quantity, note: '' }] }]
      case 5:
      case 6:
        return ['invoices.make', { ...header, customer, lines: [{ package: pack, code, quantity, note: '' }] }]
      case 7:
        return [
          'packages.add',
          { ...header, customer: this.#of(CUSTOMERS), code: this.#of(['STARTER', 'BLOCK10']), agreed: null, end: null },
        ]
      case 8:
        return this.#onInvoice(header)
      case 9:
        return this.#onInvoice(header)
      case 10:
        return this.#reversal(header, note)
      default:
        return ['packages.transferFunds', { ...header, package: pack, amount, to: 'account' }]
    }
  }

  #onInvoice(header: object): Asked {
    const ref = this.#of([...this.#invoices.slice(-10), 'INV-1001'])
    if (this.#below(5) === 0) return ['invoices.void', { ...header, ref }]
    if (this.#below(3) === 0) {
      const parts = [
        { for: 'invoice', method: 'card', amount: 2_500, reference: '' },
        { for: 'account', method: 'cash', amount: 500, reference: '' },
      ]
      return ['payments.take', { ...header, ref, parts, failed: false, payer: '' }]
    }
    const method = this.#of(['cash', 'package', 'account'])
    return ['invoices.pay', { ...header, ref, amount: null, method, failed: false }]
  }

  #reversal(header: object, note: string): Asked {
    const [customer, to] = this.#of([...this.#payments, ['C-001', 'DEP-1001'] as const])
    return ['payments.reverse', { ...header, note: `${note} because`, customer, package: '', to }]
  }
}

/** What is not as it must be: each acknowledged action is at the server once, or on its desk's list with a reason. */
export async function wrongAfterDays(
  database: Database,
  days: readonly { readonly folder: string; readonly acknowledged: readonly string[] }[],
): Promise<{ readonly wrong: string[]; readonly sent: number; readonly refused: number }> {
  const wrong: string[] = []
  let [sent, refused] = [0, 0]
  const commands = await database.read((db) => db.selectFrom('commands').select('id').execute())
  const there = new Set(commands.map(({ id }) => id))
  const entries = await database.read((db) => db.selectFrom('entries').select(['note', 'action']).execute())
  for (const { folder, acknowledged } of days) {
    const outbox = Outbox.look(folder)
    if (!outbox) throw new Error('the desk has no outbox')
    for (const id of acknowledged) {
      const row = outbox.byCommand(id)
      const at = entries.filter(({ note }) => note === id || note === `${id} because`)
      const times = new Map<string, number>()
      for (const { action } of at) times.set(action, (times.get(action) ?? 0) + 1)
      if (row?.state === 'sent' && there.has(id) && at.length > 0) sent++
      else if (row?.state === 'refused' && row.message !== '' && !there.has(id) && at.length === 0) refused++
      else wrong.push(`${id}: ${row?.state ?? 'not in the outbox'}, ${at.length} entries at the server`)
      if ([...times.values()].some((count) => count !== 1)) wrong.push(`${id} is there more than once`)
    }
    if (outbox.counts().waiting > 0) wrong.push('something still waits')
    outbox.close()
  }
  const { checks } = await verifySchool(database, null)
  wrong.push(...checks.flatMap(({ findings }) => findings.map(({ message }) => message)))
  const local = entries.filter(({ note }) => note.includes('not sent'))
  if (local.length > 0) wrong.push('a name from a desk is at the server')
  return { wrong, sent, refused }
}
