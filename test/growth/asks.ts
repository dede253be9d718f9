import type { CallName } from '../../shared/contract/index.ts'

const HEADER = { date: null, note: 'why', basis: [] }
const PAGE = { after: null, limit: 50 }
const LIST = { search: '', status: null, sort: 'customer', direction: 'ascending', ...PAGE }
const STATEMENT = { about: { of: 'package', ref: 'CP-1' }, asOf: null, from: null, inWords: true, notes: false }
const customer = 'C-000001'
const pack = 'CP-1'

/** A call with what is said in it; a call may be made in several ways. */
export type Ask = readonly [call: CallName, input: unknown]

/** What every action of the desk would do, and then does; in an order in which each can be done. */
export const ACTIONS: readonly Ask[] = [
  ['packages.add', { ...HEADER, customer, package: 'KITS' }],
  ['packages.pay', { ...HEADER, package: pack, amount: 10_000, method: 'card', failed: false }],
  ['accounts.deposit', { ...HEADER, customer, amount: 30_000, method: 'cash', failed: false }],
  ['accounts.withdraw', { ...HEADER, customer, amount: 1_000, method: 'cash', failed: false }],
  [
    'invoices.make',
    { ...HEADER, customer, lines: [{ package: pack, code: 'C172', quantity: 130, note: '', amount: null }] },
  ],
  ['invoices.pay', { ...HEADER, ref: 'OPEN-1', amount: null, method: 'card', failed: false }],
  ['packages.adjust', { ...HEADER, package: pack, code: 'DUAL', quantity: 100 }],
  ['packages.transferHours', { ...HEADER, package: pack, code: 'DUAL', quantity: 100, to: 'C172' }],
  ['packages.transferFunds', { ...HEADER, package: 'CP-3', amount: 1_000, to: 'account' }],
  ['packages.changeEnd', { ...HEADER, package: pack, end: '2029-01-01' }],
  ['packages.addMember', { ...HEADER, package: pack, customer: 'C-000002' }],
  [
    'customers.leave',
    {
      ...HEADER,
      number: customer,
      packages: [],
      to: { how: 'tender', method: 'cash' },
      keptAs: '',
      fromAccount: 100,
      deactivate: true,
    },
  ],
]

/** Readings of one customer, package, invoice or page. */
export const READINGS: readonly Ask[] = [
  ['start.state', {}],
  ['session.current', {}],
  ['changes.since', { entry: null }],
  ['commands.outcome', { id: 'nobody-sent-this' }],
  ['commands.unanswered', {}],
  ['preferences.read', {}],
  ...(['customer', 'package', 'status', 'hoursRemaining', 'price', 'paid', 'owed', 'lastActivity'] as const).map(
    (sort): Ask => ['packages.list', { ...LIST, sort }],
  ),
  ['packages.list', { ...LIST, status: 'active', direction: 'descending' }],
  ['packages.list', { ...LIST, status: 'ending' }],
  ['packages.balance', { ref: pack, asOf: null }],
  ['packages.balance', { ref: pack, asOf: '2026-01-01' }],
  ['packages.explain', { ref: pack, asOf: null }],
  ['packages.history', { ref: pack, actions: [], figure: null, asOf: null, ...PAGE }],
  ['packages.historyEntry', { ref: pack, entry: 2 }],
  ['packages.withdrawal', { ref: pack }],
  ['packages.payers', { ref: pack }],
  ['packages.runningLow', { search: '' }],
  ['customers.list', { search: '', active: null, ...PAGE }],
  ['customers.list', { search: '', active: false, ...PAGE }],
  ['customers.mine', {}],
  ['customers.overview', { number: customer }],
  ['customers.leaving', { number: customer }],
  ['invoices.list', { search: '', status: null, ...PAGE }],
  ['invoices.list', { search: '', status: 'void', ...PAGE }],
  ['invoices.get', { ref: 'INV-1' }],
  ['papers.invoice', { ref: 'INV-1', notes: false, pdf: false }],
  ['papers.receipt', { entry: 2, notes: false, pdf: false }],
  ['statements.show', STATEMENT],
  ['statements.batch', {}],
  ['statements.places', {}],
  ['places.dialog', {}],
  ['reconcile.accepting', {}],
  ['catalogue.list', {}],
  ['catalogue.records', { code: 'C172' }],
  ['offers.list', { active: null }],
  ['offers.price', { lines: [{ code: 'C172', quantity: 1_000, rate: '185' }] }],
  ['offers.records', { code: 'PPL' }],
  ['users.list', {}],
  ['users.records', { username: 'desk' }],
  ['roles.list', {}],
  ['policies.get', {}],
  ['school.logo', {}],
  ['school.records', {}],
  ['closings.list', {}],
  ['closings.expected', { days: { from: '2026-02-01', to: '2026-02-01' } }],
  ['integrity.status', {}],
  ['reconcile.sources', {}],
  ['reconcile.files', {}],
]

/** Other writes of one thing. */
export const WRITES: readonly Ask[] = [
  ['customers.create', { number: '', name: 'New Person', email: '', phone: '', address: '' }],
  ['customers.edit', { number: customer, name: 'Other Name', email: '', phone: '', address: '', active: true }],
  [
    'catalogue.add',
    { code: 'PA44', name: 'Seminole', kind: 'hour', category: 'aircraft', rate: '300', taxPercent: '0' },
  ],
  ['statements.issue', STATEMENT],
]

/** Readings that go through more of a larger school, and why that is borne. `bench` says what searches cost. */
export const WALKING: readonly (readonly [...Ask, reason: string])[] = [
  ['packages.list', { ...LIST, search: 'family1 name1' }, 'everything found is sorted, as far as it is little'],
  ['packages.list', { ...LIST, search: 'private' }, 'the same'],
  ['packages.endings', { search: '', status: null, code: null }, 'all that it may change are shown, 2,000 at most'],
  [
    'catalogue.rateSentence',
    { code: 'C172', from: '2030-01-01', rate: '200', taxPercent: '0' },
    'what was sold of the code is gone through, once a change of its rate',
  ],
  ['school.setUp', {}, 'says how much is there of what a school needs, when somebody opens it'],
  ['packages.count', { search: '', status: 'active' }, 'counted along an index'],
  ['customers.list', { search: 'family1', active: null, ...PAGE }, 'the customers are walked until a page is full'],
  ['customers.like', { name: 'Name1 Family1', email: '', phone: '' }, 'any way of writing is compared, once a person'],
  ['customers.records', { number: customer }, 'an import keeps 5,000 customers in one record, which is read'],
  ['invoices.list', { search: 'INV-1', status: null, ...PAGE }, 'the invoices are walked until a page is full'],
]

/** Readings that are not asked here, each with the reason. */
export const NOT_ASKED: Readonly<Partial<Record<CallName, string>>> = {
  'bringOver.read': 'reads a sheet that comes with it',
  'customers.erasure': 'is about a former customer; it reads as the overview does',
  'statements.file': 'prints what was issued: the same as statements.show',
  'statements.check': 'makes an issued statement again: the same as statements.show',
  'statements.unwritten': 'goes through the names of a whole batch, as the batch does',
  'school.importProgress': 'tells of an import under way, from memory',
  'reconcile.reversible': 'compares a line of a bank with the payments of its amount',
  'reconcile.settled': 'reads a page of what was settled',
}
