import { actions } from './en/actions.ts'

/**
 * Every sentence and label of the program in English, by area. In ICU MessageFormat: {name} is filled in, plurals are
 * {count, plural, one {# package} other {# packages}}, an apostrophe before a brace is doubled.
 */
export const en = { actions } as const
