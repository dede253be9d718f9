import type { Generated } from 'kysely'
import type { Fixed } from './ledger-tables.ts'

export interface SchoolTable {
  id: Fixed<number>
  name: string
  currency: string
  minor_digits: number
  time_zone: string
  locale: string
  address: string
  demonstration: number
  /** 1: package funds may go below zero (used before paid) */
  funds_below_zero: number
  /** the step to which cash is rounded, in minor units; 0: it is not */
  cash_step: number
}

export interface CatalogueTable {
  id: Generated<number>
  code: Fixed<string>
  name: string
  kind: Fixed<string>
  /** ten-thousandths of the currency */
  rate: number
  /** ten-thousandths of a percent */
  tax_percent: number
  /** of an hour type: aircraft, instruction, ground, simulator, or empty */
  category: string
  active: number
}

/** Standard rates from a day on; before the first of them the catalogue's own hold. */
export interface RatesTable {
  code: string
  from_date: string
  rate: number
  tax_percent: number
}

export interface PackagesTable {
  id: Generated<number>
  code: Fixed<string>
  name: string
  active: number
  /** months from the sale to its last valid day; null: it never ends */
  valid_months: number | null
}

export interface PackageLinesTable {
  package_id: number
  line: number
  code: string
  quantity: number
  rate: number
}

export interface CustomersTable {
  id: Generated<number>
  number: Fixed<string>
  name: string
  email: string
  phone: string
  address: string
  active: number
  /** id of the customer to whom everything of this one belongs since a merge, and its day */
  merged_into: number | null
  /** who usually pays: a parent, an employer; null: the customer */
  usual_payer: number | null
  merged_on: string | null
}
