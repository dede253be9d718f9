import { zoneInName, type Zone } from '../cells/zones.ts'
import { plain } from '../columns/plain-name.ts'
import { placeOf, type Roles } from '../columns/roles.ts'
import { statusOf } from './status-words.ts'

/** Columns that no person maps: what they say tells payments from other lines, and days from instants. */
export interface ExtraColumns {
  readonly currencies: readonly number[]
  readonly statuses: readonly number[]
  /** columns that are called by a state, and say yes or no: Pending, Captured, Voided */
  readonly flags: readonly { readonly place: number; readonly state: 'done' | 'pending' | 'failed' }[]
  /** notes in which a bank may say that a line is only noted ahead */
  readonly remarks: readonly number[]
  readonly types: readonly number[]
  readonly methods: readonly number[]
  readonly balance: number
  readonly net: number
  readonly refunded: number
  readonly refundedOn: number
  readonly tip: number
  readonly time: number
  readonly zone: number
  /** amounts in the total that never passed the processor: cash, gift cards */
  readonly notPassed: readonly number[]
  /** PayPal notes what is no movement of money as a memo */
  readonly impact: number
  readonly namedZone: Zone | undefined
}

const TOTAL_COLLECTED =
  /^(total collected|total percu|total encaisse|total cobrado|total recaudado|eingenommener gesamtbetrag|gesamt eingenommen|insgesamt eingenommen|totale incassato|totaal ontvangen|合計回収額|総回収額)$/
const NOT_PASSED =
  /^(cash|square gift card|other tender|gift card|bargeld|bar|barzahlung|especes|contanti|efectivo|dinheiro|contant|carte cadeau( square)?|autre mode de paiement|andere zahlungsart|tarjeta regalo( de square)?|otra forma de pago|現金|square ギフトカード|その他)$/
const SURE_STATUS = 80
const SHORTEST_FLAG = 4

/** Finds them by their roles and names. `dateColumn` is the name of the column of days, which may name a zone. */
export function extraColumns(names: readonly string[], roles: Roles, dateColumn: string): ExtraColumns {
  const all = (role: Parameters<typeof placeOf>[1], least = 1) =>
    (roles.get(role) ?? []).filter(({ score }) => score >= least).map(({ place }) => place)
  const words = names.map(plain)
  const taken = new Set([...roles.values()].flat().map(({ place }) => place))
  const collects = words.some((name) => TOTAL_COLLECTED.test(name))
  return {
    currencies: all('currency').slice(0, 1),
    statuses: all('status', SURE_STATUS),
    flags: words.flatMap((name, place) => {
      const state = name === '' || name.length < SHORTEST_FLAG ? undefined : statusOf(name)
      return state === undefined || taken.has(place) ? [] : [{ place, state }]
    }),
    remarks: (roles.get('status') ?? []).filter(({ score }) => score < SURE_STATUS).map(({ place }) => place),
    types: all('type'),
    methods: all('method'),
    balance: placeOf(roles, 'balance'),
    net: placeOf(roles, 'net'),
    refunded: placeOf(roles, 'refunded'),
    refundedOn: placeOf(roles, 'refundedOn'),
    tip: placeOf(roles, 'tip'),
    time: placeOf(roles, 'time'),
    zone: placeOf(roles, 'zone'),
    notPassed: collects ? words.flatMap((name, place) => (NOT_PASSED.test(name) ? [place] : [])) : [],
    impact: words.findIndex((name) =>
      /^(balance impact|auswirkung auf guthaben|impact sur le solde|impacto (en el|no) saldo|effetto sul saldo|effect op saldo)$/.test(
        name,
      ),
    ),
    namedZone: zoneInName(dateColumn) ?? zoneInName(names[placeOf(roles, 'time')] ?? ''),
  }
}

/** These columns by the names of the file, one for each thing that they say. */
export function alsoRead({ names, extra }: { names: readonly string[]; extra: ExtraColumns }): Record<string, string> {
  const { currencies, statuses, flags, types, methods, balance, net, refunded, refundedOn, tip, time, zone } = extra
  const places = {
    currency: currencies[0] ?? -1,
    status: statuses[0] ?? flags[0]?.place ?? -1,
    type: types[0] ?? -1,
    method: methods[0] ?? -1,
    balance,
    net,
    refunded,
    refundedOn,
    tip,
    time,
    zone,
  }
  return Object.fromEntries(
    Object.entries(places).flatMap(([say, place]) => (place === -1 ? [] : [[say, names[place] ?? '']])),
  )
}
