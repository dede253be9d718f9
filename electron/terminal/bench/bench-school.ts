import type { SchoolFolder } from '../../school/csv/school-files.ts'

/** The customer package on which the long history lies, and how many entries it has at most. */
export const LONG_HISTORY = 'CP-0000001'
const LONGEST = 10_000
/** Each customer package is added and paid once. */
const ENTRIES_A_PACKAGE = 2
/** A flight is an invoice and its payment. */
const ENTRIES_A_FLIGHT = 2
/** hundredths: what the smallest package sells of hours */
const SMALLEST_PACKAGE = 1_000
const USUAL_FLIGHT = 130

const FIRST_NAMES = ['Ana', 'Bob', 'Lucía', 'Jun', 'Zoe', 'Amelia', 'Priya', 'Pat', 'Björn', 'Kim']
const CATALOGUE = {
  'school.csv': ['name,currency,time_zone,locale,address', 'Bench,USD,America/Denver,en-US,'],
  'hour_types.csv': ['code,name,rate,tax_percent', 'C172,Cessna 172,199.00,6.5', 'DUAL,Instruction,90.00,0'],
  'items.csv': ['code,name,kind,price,tax_percent', 'KIT,Kit,product,259.00,6.5'],
  'packages.csv': [
    'code,name,active',
    'BLOCK,Block of hours,yes',
    'PILOT,Private pilot,yes',
    'LONG,A long history,yes',
  ],
  'package_lines.csv': [
    'package,code,quantity,rate',
    'BLOCK,C172,10,175.75',
    'PILOT,C172,50,185',
    'PILOT,DUAL,40,85',
    'LONG,C172,100000,185',
  ],
  'users.csv': ['username,name,role', 'desk,Desk,front_desk'],
}

/**
 * A school of `enrollments` customer packages and so many entries in all: one of the packages has a long history, the
 * rest are flights of all of them in turn. The same for the same numbers.
 */
export function benchSchool(enrollments: number, entries: number): SchoolFolder {
  const customers = ['number,name,email,phone']
  const activity = ['date,user,action,ref,customer,package,code,quantity,amount,method,status,to,note']
  for (let index = 1; index <= enrollments; index++) {
    const number = numberOf(index)
    customers.push(`C-${number},${FIRST_NAMES[index % 10]} Surname${(index * 7919) % 2003},,`)
    const sold = index === 1 ? 'LONG' : index % 3 === 0 ? 'PILOT' : 'BLOCK'
    const day = dayOf(index)
    activity.push(`${day},desk,add_to_package,CP-${number},C-${number},${sold},,,,,,,`)
    activity.push(`${day},desk,package_payment,PAY-${number},,CP-${number},,,${(index * 37) % 1_800}.50,card,,,`)
  }
  const flights = Math.max(0, Math.floor((entries - ENTRIES_A_PACKAGE * enrollments) / ENTRIES_A_FLIGHT))
  for (const rows of flightsOf(enrollments, flights)) activity.push(...rows)
  const files: Record<string, readonly string[]> = {
    ...CATALOGUE,
    'customers.csv': customers,
    'activity.csv': activity,
  }
  return new Map(Object.entries(files).map(([name, rows]) => [name, new TextEncoder().encode(`${rows.join('\n')}\n`)]))
}

/** The long history first, then one of each package after the other; short enough that no package runs out. */
function* flightsOf(enrollments: number, flights: number): Generator<string[]> {
  const long = enrollments === 1 ? flights : Math.min(flights, LONGEST / ENTRIES_A_FLIGHT)
  for (let index = 1; index <= long; index++) yield flight(`INV-${index}`, 1, USUAL_FLIGHT)
  const others = enrollments - 1
  if (others === 0) return
  const rounds = Math.ceil((flights - long) / others)
  const hundredths = Math.max(1, Math.min(USUAL_FLIGHT, Math.floor(SMALLEST_PACKAGE / Math.max(1, rounds)) - 1))
  for (let index = 0; index < flights - long; index++)
    // By a step that has no factor in common with most numbers: as desks do, not in the order of adding.
    yield flight(`FLY-${index + 1}`, 2 + ((index * 7919) % others), hundredths)
}

function flight(ref: string, package_: number, hundredths: number): string[] {
  const number = numberOf(package_)
  const hours = (hundredths / 100).toFixed(2)
  return [
    `2026-01-01,desk,invoice,${ref},C-${number},CP-${number},C172,${hours},,,,,`,
    `2026-01-01,desk,invoice_payment,${ref},,,,,,package,,,`,
  ]
}

function numberOf(index: number): string {
  return String(index).padStart(7, '0')
}

function dayOf(index: number): string {
  return new Date(Date.UTC(2020, 0, 1 + ((index * 31) % 2_000))).toISOString().slice(0, 10)
}
