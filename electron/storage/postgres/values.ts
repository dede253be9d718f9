import { types } from 'pg'

const INT8 = 20
const NUMERIC = 1700
const BOOL = 16

type Parser = (text: string) => unknown

/** What the embedded engine answers for the same: whole numbers that are exact, 1 and 0 for true and false. */
const PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [INT8, exactInteger],
  [NUMERIC, exactNumber],
  [BOOL, (text) => (text === 't' ? 1 : 0)],
])

/** The parsers of a connection; anything else comes as the driver makes it. */
export const valueTypes = {
  getTypeParser: (oid: number, format?: string): Parser =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ?? (types.getTypeParser(oid) as Parser),
}

/** An amount that JavaScript would round is refused: it is never shown, and nothing is reckoned with it. */
function exactInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be exact`)
  return value
}

/** Sums of whole numbers come as numerics. */
function exactNumber(text: string): number {
  return /^-?\d+$/.test(text) ? exactInteger(text) : Number(text)
}
