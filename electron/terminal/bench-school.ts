import type { SchoolFolder } from '../school/csv/school-files.ts'

/** The customer package on which the long history lies. */
export const LONG_HISTORY = 'CP-0000001'

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

/** A school of `enrollments` customer packages, one of them with a history of `entries`. The same for the same numbers. */
export function benchSchool(enrollments: number, entries: number): SchoolFolder {
  const customers = ['number,name,email,phone']
  const activity = ['date,user,action,ref,customer,package,code,quantity,amount,method,status,to,note']
  for (let index = 1; index <= enrollments; index++) {
    const number = String(index).padStart(7, '0')
    customers.push(`C-${number},${FIRST_NAMES[index % 10]} Surname${(index * 7919) % 2003},,`)
    const sold = index === 1 ? 'LONG' : index % 3 === 0 ? 'PILOT' : 'BLOCK'
    const day = dayOf(index)
    activity.push(`${day},desk,add_to_package,CP-${number},C-${number},${sold},,,,,,,`)
    activity.push(`${day},desk,package_payment,PAY-${number},,CP-${number},,,${(index * 37) % 1_800}.50,card,,,`)
  }
  for (let index = 1; index <= entries / 2; index++) {
    activity.push(`2026-01-01,desk,invoice,INV-${index},C-0000001,${LONG_HISTORY},C172,1.30,,,,,`)
    activity.push(`2026-01-01,desk,invoice_payment,INV-${index},,,,,,package,,,`)
  }
  const files: Record<string, readonly string[]> = {
    ...CATALOGUE,
    'customers.csv': customers,
    'activity.csv': activity,
  }
  return new Map(Object.entries(files).map(([name, rows]) => [name, new TextEncoder().encode(`${rows.join('\n')}\n`)]))
}

function dayOf(index: number): string {
  return new Date(Date.UTC(2020, 0, 1 + ((index * 31) % 2_000))).toISOString().slice(0, 10)
}
