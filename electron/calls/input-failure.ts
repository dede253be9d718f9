import type { z } from 'zod'
import type { Failure } from '../../shared/failure.ts'
import { textProblem } from '../../shared/storable-text.ts'
import type { TooLarge } from '../../shared/too-large.ts'
import { say, type WordKey } from '../../shared/words/say.ts'

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

/** A number that outgrew what can be kept exactly, as a refusal. */
export function tooLarge(error: TooLarge): Failure {
  return { code: 'invalid_input', message: error.message, remedy: say('text.too_large_remedy') }
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
    const found = unstorable(key, path) ?? unstorable(below, [...path, key])
    if (found) return found
  }
  return undefined
}

function plainWords(issue?: z.core.$ZodRawIssue): string {
  switch (issue?.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return say('refused_calls.this_is_missing_fill_it_in')
      return say(KINDS[issue.expected] ?? 'refused_calls.must_be_other')
    case 'invalid_value':
      return say('refused_calls.must_be_one_of', { values: issue.values.map(String).join(', ') })
    case 'too_small':
      return say(SMALL[issue.origin] ?? 'refused_calls.too_small', { least: String(issue.minimum) })
    case 'too_big':
      return say(LARGE[issue.origin] ?? 'refused_calls.too_large', { most: String(issue.maximum) })
    default:
      return say('refused_calls.this_is_not_written_in_the_form_that')
  }
}

const KINDS: Readonly<Record<string, WordKey>> = {
  string: 'refused_calls.must_be_text',
  number: 'refused_calls.must_be_number',
  int: 'refused_calls.must_be_int',
  boolean: 'refused_calls.must_be_boolean',
  array: 'refused_calls.must_be_array',
  object: 'refused_calls.must_be_object',
}

const SMALL: Readonly<Record<string, WordKey>> = { string: 'refused_calls.too_short', array: 'refused_calls.too_few' }
const LARGE: Readonly<Record<string, WordKey>> = { string: 'refused_calls.too_long', array: 'refused_calls.too_many' }
