import { z } from 'zod'
import { dateSchema, refSchema, tenderSchema, type Tender } from '../../../shared/contract/values.ts'
import { changedHundredths, enteredCents, enteredHundredths } from '../../../shared/contract/action-values.ts'
import type { BusinessDate } from '../../../shared/dates.ts'
import type { Cents } from '../../../shared/money.ts'
import type { Hundredths } from '../../../shared/quantity.ts'
import type { Cells, Column } from './cells.ts'

/** What is kept of a field in the ledger; undefined where it was left empty. */
export type Kept = string | number | readonly (readonly (string | number)[])[] | undefined

/** One thing that a person says with an action: how a window sends it, and in which column of activity.csv it stands. */
export interface Field<Value> {
  readonly columns: readonly Column[]
  readonly schema: z.ZodType<Value>
  read(cells: Cells, minorDigits: number): Value
  /** by column, in their order */
  kept(value: Value): readonly (readonly [key: string, value: Kept])[]
  /** the value of a kept document */
  said(kept: Readonly<Record<string, unknown>>): Value
}

/** A field that may be left out. */
export interface OptionalField<Value> extends Field<Value> {
  readonly optional: true
}

export type Fields = Readonly<Record<string, Field<never>>>
/** What an action's fields hold. */
export type SaidOf<F> = { readonly [Key in keyof F]: F[Key] extends Field<infer Value> ? Value : never }

function optional<Value>(field: Field<Value>): OptionalField<Value> {
  return { ...field, optional: true }
}

function single<Value>(
  column: Column,
  parts: {
    readonly schema: z.ZodType<Value>
    readonly read: (cells: Cells, minorDigits: number) => Value
    readonly kept: (value: Value) => string | number | undefined
    readonly empty?: Value
  },
): Field<Value> {
  return {
    columns: [column],
    schema: parts.schema,
    read: parts.read,
    kept: (value) => [[column, parts.kept(value)]],
    said: (kept) => (kept[column] === undefined && 'empty' in parts ? (parts.empty as Value) : (kept[column] as Value)),
  }
}

/** A name of something: a customer's number, a package's code, a ref. */
export function name(column: Column): Field<string> {
  return single<string>(column, { schema: refSchema, read: (cells) => cells.needed(column), kept: (value) => value })
}

/** A name that may be left out; empty then. */
export function optionalName(column: Column): OptionalField<string> {
  return optional(
    single<string>(column, {
      schema: z.string().max(200).default('') as unknown as z.ZodType<string>,
      read: (cells) => cells.text(column),
      kept: (value) => (value === '' ? undefined : value),
      empty: '',
    }),
  )
}

/** An amount, 0 or more. */
export const amount: Field<Cents> = single<Cents>('amount', {
  schema: enteredCents as unknown as z.ZodType<Cents>,
  read: (cells, minorDigits) => cells.amount('amount', minorDigits),
  kept: (value) => value,
})

/** An amount that may be left out; null then. */
export const optionalAmount: OptionalField<Cents | null> = optional(
  single<Cents | null>('amount', {
    schema: enteredCents.nullable().default(null) as unknown as z.ZodType<Cents | null>,
    read: (cells, minorDigits) => cells.optionalAmount('amount', minorDigits),
    kept: (value) => value ?? undefined,
    empty: null,
  }),
)

/** A quantity of more than 0. */
export const quantity: Field<Hundredths> = single<Hundredths>('quantity', {
  schema: enteredHundredths as unknown as z.ZodType<Hundredths>,
  read: (cells) => cells.quantity('quantity'),
  kept: (value) => value,
})

/** A quantity that gives, or below 0 takes back. */
export const signedQuantity: Field<Hundredths> = single<Hundredths>('quantity', {
  schema: changedHundredths as unknown as z.ZodType<Hundredths>,
  read: (cells) => cells.signedQuantity('quantity'),
  kept: (value) => value,
})

/** How something is paid. */
export const method: Field<Tender> = single<Tender>('method', {
  schema: tenderSchema,
  read: (cells) => cells.tender('method'),
  kept: (value) => value,
})

/** status: succeeded (or empty), failed. */
export const failed: Field<boolean> = {
  columns: ['status'],
  schema: z.boolean(),
  read: (cells) => cells.failed('status'),
  kept: (value) => [['status', value ? 'failed' : undefined]],
  said: (kept) => kept['status'] === 'failed',
}

/** A day that may be left out; null then. */
export const optionalDay: OptionalField<BusinessDate | null> = optional(
  single<BusinessDate | null>('to', {
    schema: dateSchema.nullable().default(null) as unknown as z.ZodType<BusinessDate | null>,
    read: (cells) => cells.optionalDate('to'),
    kept: (value) => value ?? undefined,
    empty: null,
  }),
)
