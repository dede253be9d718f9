import { type Books, type CustomerPackage, type Invoice, refuse } from './books.ts'
import type { Row } from './school-files.ts'

const OUTSIDE_TENDERS = ['cash', 'card', 'check', 'ach']

export function checkDay(row: Row): void {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(row.date ?? '')
  const day = new Date(`${row.date}T00:00:00Z`)
  if (!match || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== row.date)
    refuse(`${row.date} is no day`)
}

export function checkUser(books: Books, row: Row): void {
  if (!books.catalogue.users.has(row.user ?? '')) refuse(`user ${row.user} is not known`)
}

/** A reference names one thing of its kind. It is taken only once the row is accepted. */
export function checkNewRef(books: Books, row: Row): void {
  if (!row.ref) refuse('a reference is needed')
  if (books.refs.has(`${row.action} ${row.ref}`)) refuse(`${row.action} ${row.ref} exists already`)
}

export function takeRef(books: Books, row: Row): void {
  books.refs.add(`${row.action} ${row.ref}`)
}

export function checkCustomer(books: Books, row: Row): string {
  const number = row.customer ?? ''
  if (!books.catalogue.customers.has(number)) refuse(`customer ${number} is not known`)
  return number
}

/** The customer package in a row, to which something may be posted. */
export function openPackage(books: Books, ref: string): CustomerPackage {
  const pack = books.packages.get(ref)
  if (!pack) return refuse(`customer package ${ref} does not exist`)
  if (pack.removed) return refuse(`the customer was removed from ${ref}`)
  return pack
}

export function knownInvoice(books: Books, row: Row): Invoice {
  return books.invoices.get(row.ref ?? '') ?? refuse(`invoice ${row.ref} does not exist`)
}

export function isFailed(row: Row): boolean {
  if (row.status === 'failed') return true
  if (row.status === 'succeeded' || row.status === '') return false
  return refuse(`status ${row.status} is not known`)
}

export function tender(row: Row, also: readonly ('package' | 'account')[]): string {
  const method = row.method ?? ''
  const allowed: readonly string[] = [...OUTSIDE_TENDERS, ...also]
  if (!allowed.includes(method)) refuse(`${method} cannot be used here`)
  return method
}

export function requireNote(row: Row): void {
  if ((row.note ?? '').trim() === '') refuse('a reason is needed')
}
