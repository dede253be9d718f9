import type { z } from 'zod'
import type { Failure } from '../../shared/failure.ts'
import { textProblem } from '../../shared/storable-text.ts'

/** Checks an input against the contract's schema; what the schema does not say itself is said in plain words. */
export function checkedInput(
  schema: z.ZodType,
  input: unknown,
): { readonly value: unknown } | { readonly failure: Failure } {
  const checked = schema.safeParse(input, { error: plainWords })
  if (checked.success) return storable(checked.data)
  const [issue] = checked.error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  const message = issue?.message ?? plainWords()
  return { failure: { code: 'invalid_input', message, ...(field === '' ? {} : { field }) } }
}

/** Longer than any text of the contract: the content of a file, which is checked where it is read. */
const CONTENT_OF_A_FILE = 50_000

/** Every text of an input can be kept as it is, whatever its field. */
function storable(input: unknown): { readonly value: unknown } | { readonly failure: Failure } {
  const found = unstorable(input, [])
  if (!found) return { value: input }
  const field = found.path.join('.')
  return { failure: { code: 'invalid_input', message: found.message, ...(field === '' ? {} : { field }) } }
}

function unstorable(value: unknown, path: readonly string[]): { message: string; path: readonly string[] } | undefined {
  if (typeof value === 'string') {
    const message = value.length > CONTENT_OF_A_FILE ? undefined : textProblem(value)
    return message === undefined ? undefined : { message, path }
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, below] of Object.entries(value)) {
    const found = unstorable(below, [...path, key])
    if (found) return found
  }
  return undefined
}

function plainWords(issue?: z.core.$ZodRawIssue): string {
  switch (issue?.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'This is missing: fill it in.'
      return `This must be ${KINDS[issue.expected] ?? 'of another kind'}.`
    case 'invalid_value':
      return `This must be one of: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return `This is too ${issue.origin === 'string' ? 'short' : 'small'}: ${amount(issue.origin, issue.minimum)} at least.`
    case 'too_big':
      return `This is too ${issue.origin === 'string' ? 'long' : 'large'}: ${amount(issue.origin, issue.maximum)} at most.`
    default:
      return 'This is not written in the form that is needed here.'
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a group of fields',
}

function amount(origin: string, number: number | bigint): string {
  if (origin === 'string') return `${number} characters`
  return origin === 'array' ? `${number} entries` : String(number)
}
