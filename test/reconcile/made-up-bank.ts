/** How banks of a country write: names of columns, words, days and amounts. */
export interface Bank {
  readonly name: string
  readonly currency: string
  readonly locale: string
  readonly date: readonly string[]
  readonly valueDate: string
  readonly amount: readonly string[]
  readonly pair: readonly (readonly [received: string, paidOut: string])[]
  readonly direction: readonly (readonly [name: string, received: string, paidOut: string])[]
  readonly text: readonly string[]
  readonly balance: string
  readonly currencyColumn: string
  readonly status: readonly [name: string, done: string, pending: string, failed: string]
  readonly opening: string
  readonly closing: string
  readonly total: string
  readonly preamble: readonly string[]
  readonly footer: string
  readonly dates: readonly ('dmy.' | 'dmy/' | 'dmy-' | 'mdy/' | 'ymd-' | 'ymd/' | 'compact' | 'era' | 'kanji')[]
  readonly thousands: readonly string[]
  readonly decimal: '.' | ','
  readonly encodings: readonly ('utf-8' | 'utf-8-bom' | 'utf-16le' | 'latin1' | 'ascii')[]
  readonly words: readonly string[]
}

export const LATIN = ['utf-8', 'utf-8-bom', 'utf-16le', 'latin1'] as const
