import type { z } from 'zod'
import type { Failure } from '../../shared/failure.ts'

/** Checks an input against the contract's schema; what the schema does not say itself is said in plain words. */
export function checkedInput(
  schema: z.ZodType,
  input: unknown,
): { readonly value: unknown } | { readonly failure: Failure } {
  const checked = schema.safeParse(input, { error: plainWords })
  if (checked.success) return { value: checked.data }
  const [issue] = checked.error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  const message = issue?.message ?? plainWords()
  return { failure: { code: 'invalid_input', message, ...(field === '' ? {} : { field }) } }
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
