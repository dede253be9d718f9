import { parseQuantity, type Hundredths } from '../../../shared/quantity.ts'
import { parseRate, parseTaxPercent } from '../../../shared/rate.ts'
import type { LineTerms } from '../../billing/draw.ts'

/** The catalogue and the packages of the demonstration school, as a school folder has them. */
export const DEMONSTRATION_CATALOGUE = {
  'school.csv': [
    'name,currency,time_zone,locale,address',
    'Front Range Flight School,USD,America/Denver,en-US,"Hangar 12, 7565 Peak View Ave, Englewood CO 80112"',
  ],
  'hour_types.csv': [
    'code,name,rate,tax_percent,category',
    'C172,Cessna 172S,199.00,6.5,aircraft',
    'C172RG,Cessna 172RG complex,235.00,6.5,aircraft',
    'PA44,Piper Seminole twin,389.00,6.5,aircraft',
    'SIM,Simulator,105.00,0,simulator',
    'DUAL,Flight instruction,90.00,0,instruction',
    'GROUND,Ground instruction,80.00,0,ground',
    'BRIEF,Briefing,80.00,0,ground',
  ],
  'items.csv': [
    'code,name,kind,price,tax_percent',
    'KIT,Private pilot kit,product,259.00,6.5',
    'HEADSET,Headset with noise reduction,product,849.95,6.5',
    'KNEEBOARD,Kneeboard,product,39.50,6.5',
    'CHARTS,Charts and handbook,product,64.90,6.5',
    'GSCHOOL,Online ground school,service,279.00,0',
    'WRITTEN,Knowledge test fee,service,175.00,0',
    'CHECKRIDE,Checkride examiner fee,service,800.00,0',
  ],
  'packages.csv': [
    'code,name,active',
    'PPL,Private Pilot,yes',
    'IFR,Instrument Rating,yes',
    'CPL,Commercial Pilot,yes',
    'BLOCK10,Block of 10 hours,yes',
    'REFRESH,Flight review,yes',
    'DISCOVERY,Discovery flight,yes',
    'STARTER,Starter supplies,yes',
    'PPL24,Private Pilot 2024,no',
  ],
  'package_lines.csv': [
    'package,code,quantity,rate',
    ...['C172,50,185.00', 'DUAL,40,85.00', 'GROUND,15,75.00', 'BRIEF,12,75.00', 'SIM,3,95.00'].map(
      (line) => `PPL,${line}`,
    ),
    ...['KIT,1,249.00', 'GSCHOOL,1,259.00', 'WRITTEN,1,175.00', 'CHECKRIDE,1,800.00'].map((line) => `PPL,${line}`),
    ...[
      'C172,40,185.00',
      'DUAL,40,85.00',
      'SIM,20,95.00',
      'GROUND,30,75.00',
      'WRITTEN,1,175.00',
      'CHECKRIDE,1,800.00',
    ].map((line) => `IFR,${line}`),
    ...['C172RG,25,219.00', 'PA44,12,365.00', 'DUAL,35,85.00', 'GROUND,20,75.00', 'CHECKRIDE,1,800.00'].map(
      (line) => `CPL,${line}`,
    ),
    'BLOCK10,C172,10,175.75',
    ...['C172,3,189.00', 'DUAL,3,85.00', 'GROUND,2,75.00'].map((line) => `REFRESH,${line}`),
    ...['C172,1,149.00', 'DUAL,1,75.00'].map((line) => `DISCOVERY,${line}`),
    ...['KIT,1,249.00', 'HEADSET,1,799.00', 'KNEEBOARD,1,35.00'].map((line) => `STARTER,${line}`),
    ...['C172,50,175.00', 'DUAL,40,80.00', 'KIT,1,239.00'].map((line) => `PPL24,${line}`),
  ],
  'users.csv': [
    'username,name,role',
    'admin,Morgan Reyes,administrator',
    'billing,Sam Whitfield,billing',
    'desk,Robin Achterberg,front_desk',
    'desk2,Alex Moreau,front_desk',
    'cfi,Dana Iwu,instructor',
    'cfi2,Chris Lindqvist,instructor',
    'student,Noor Haddad,customer',
  ],
} as const

export interface DemonstrationLine extends LineTerms {
  readonly code: string
  readonly kind: 'hour' | 'item'
  readonly quantity: Hundredths
}

/** The lines of a package of the demonstration, with their tax. */
export function linesOfPackage(code: string): DemonstrationLine[] {
  return DEMONSTRATION_CATALOGUE['package_lines.csv'].flatMap((row) => {
    const [pack, line = '', quantity = '', rateText = ''] = row.split(',')
    return pack === code
      ? [
          {
            code: line,
            kind: isHourType(line) ? ('hour' as const) : ('item' as const),
            quantity: read(parseQuantity(quantity)),
            rate: read(parseRate(rateText)),
            taxPercent: taxOf(line),
          },
        ]
      : []
  })
}

function isHourType(code: string): boolean {
  return DEMONSTRATION_CATALOGUE['hour_types.csv'].some((row) => row.startsWith(`${code},`))
}

function taxOf(code: string) {
  const tax = (['hour_types.csv', 'items.csv'] as const).flatMap((file) => {
    const [head = '', ...rows] = DEMONSTRATION_CATALOGUE[file]
    const row = rows.find((candidate) => candidate.startsWith(`${code},`))
    return row?.split(',')[head.split(',').indexOf('tax_percent')] ?? []
  })
  return read(parseTaxPercent(tax[0] ?? '0'))
}

function read<T>(value: T | { problem: string }): T {
  if (typeof value === 'object' && value !== null && 'problem' in value) throw new Error(value.problem)
  return value as T
}
