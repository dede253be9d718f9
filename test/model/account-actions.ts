import { accountBalance, type Books, moveAccount, positiveAmount, refuse } from './books.ts'
import { checkCustomer, checkNewRef, isFailed, takeRef, tender } from './fields.ts'
import type { Row } from './school-files.ts'

export function deposit(books: Books, row: Row): void {
  checkNewRef(books, row)
  const customer = checkCustomer(books, row)
  tender(row, [])
  const amount = positiveAmount(books, row)
  if (!isFailed(row)) moveAccount(books, customer, row, amount)
  takeRef(books, row)
}

export function withdraw(books: Books, row: Row): void {
  checkNewRef(books, row)
  const customer = checkCustomer(books, row)
  tender(row, [])
  const amount = positiveAmount(books, row)
  if (!isFailed(row)) {
    if (amount > accountBalance(books, customer)) refuse('more than is on the account')
    moveAccount(books, customer, row, -amount)
  }
  takeRef(books, row)
}
