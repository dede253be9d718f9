import type { RandomNumbers } from './random-numbers.ts'
import { CURRENCY_DIGITS, type Row } from './school-files.ts'

const FIRST = ['Amelia', 'Jürgen', 'Lucía', 'Zoë', "D'Arcy", 'Søren', 'Ngọc', 'Łukasz', '太郎', 'أمل', 'Ana "Nita"']
const LAST = ['Osei', "O'Neil", 'Ångström', 'de la Cruz, Jr.', 'Müller-Lüdenscheidt', 'Nair', 'Şahin', '山田']
const TAXES = ['0', '0', '6.5', '8.8750', '19', '7.25', '0.0001', '20.00', '5.5']
const USERS = ['administrator', 'billing', 'front_desk', 'instructor']

export interface CatalogueFiles {
  currency: string
  school: Row[]
  hourTypes: Row[]
  items: Row[]
  packages: Row[]
  packageLines: Row[]
  customers: Row[]
  users: Row[]
}

/** A rate in the currency's own size: hours cost 60-300 dollars, thousands of yen, tens of dinars. */
function rate(random: RandomNumbers, currency: string, lowest: number, highest: number): string {
  if (random.chance(0.06)) return random.pick(['0', '0.00'])
  const digits = CURRENCY_DIGITS[currency] ?? 2
  const size = digits === 0 ? 100 : digits === 3 ? 0.3 : 1
  const tenThousandths = Math.round(random.whole(lowest * 10_000, highest * 10_000) * size)
  const step = random.pick([1, 100, 10_000, 10_000, 50_000])
  return random.decimal(BigInt(Math.max(step, tenThousandths - (tenThousandths % step))), 4, 4)
}

function packageLine(random: RandomNumbers, currency: string, pack: string, code: Row): Row {
  const isHour = !code.kind
  const small = random.chance(0.4)
  const hundredths = isHour
    ? random.whole(1, small ? 300 : 5000)
    : random.chance(0.1)
      ? random.whole(1, 250)
      : random.whole(1, 4) * 100
  const own = rate(random, currency, isHour ? 60 : 5, isHour ? 300 : 900)
  return {
    package: pack,
    code: code.code ?? '',
    quantity: random.decimal(BigInt(hundredths), 2, 2),
    rate: random.chance(0.4) ? (code.rate ?? code.price ?? own) : own,
  }
}

function customer(random: RandomNumbers, number: number): Row {
  const name = `${random.pick(FIRST)} ${random.pick(LAST)}`
  return {
    number: random.chance(0.1) ? `c-${number}` : `C-${number}`,
    name: random.chance(0.2) ? `${random.pick(LAST)}, ${random.pick(FIRST)}` : name,
    email: random.chance(0.1) ? '' : `student${number}@example.test`,
    phone: random.chance(0.3) ? '' : `555-${String(number).padStart(4, '0')}`,
  }
}

export function randomCatalogue(random: RandomNumbers, customers: number, currency: string): CatalogueFiles {
  const hourTypes = Array.from({ length: random.whole(3, 7) }, (_, at) => ({
    code: `H${at + 1}`,
    name:
      random.pick(['Aircraft rental - Cessna 172S', 'Simulator, "Redbird" FMX', 'Schulung – Zweisitzer', 'Briefing']) +
      ` ${at + 1}`,
    rate: rate(random, currency, 60, 300),
    tax_percent: random.pick(TAXES),
  }))
  const items = Array.from({ length: random.whole(2, 6) }, (_, at) => ({
    code: `item.${at + 1}`,
    name:
      random.pick(['Private pilot kit', 'Headset - ANR, boxed', 'Prüfungsgebühr', 'Online "ground" school']) +
      ` ${at + 1}`,
    kind: random.pick(['product', 'service']),
    price: rate(random, currency, 5, 900),
    tax_percent: random.pick(TAXES),
  }))
  const packages = Array.from({ length: random.whole(4, 8) }, (_, at) => ({
    code: `PKG-${at + 1}`,
    name: random.pick(['Private Pilot 2026', 'Block, 10 hours', 'Anfänger', 'Starter "plus"']) + ` ${at + 1}`,
    active: random.chance(0.8) ? 'yes' : 'no',
  }))
  const packageLines = packages.flatMap(({ code }) => {
    const codes: Row[] = random.shuffled<Row>([...hourTypes, ...items])
    return codes.slice(0, random.pick([1, 1, 2, 2, 3, 4, 6])).map((one) => packageLine(random, currency, code, one))
  })
  return {
    currency,
    school: [
      {
        name: 'Escuela "Ícaro", S.A.',
        currency,
        time_zone: 'Europe/Madrid',
        locale: 'es-ES',
        address: 'Hangar 7,\nCarretera 1',
      },
    ],
    hourTypes,
    items,
    packages,
    packageLines,
    customers: Array.from({ length: customers }, (_, at) => customer(random, at + 1)),
    users: USERS.map((role, at) => ({
      username: `user${at + 1}`,
      name: `${random.pick(FIRST)} ${random.pick(LAST)}`,
      role,
    })),
  }
}
