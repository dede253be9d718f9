import { expect, test } from 'vitest'
import { isolated } from '../../shared/words/isolated.ts'

test.each([
  ['a name without such signs stays as it is', 'Zoë Óʼ مرحبا', 'Zoë Óʼ مرحبا'],
  ['an override is closed off', 'a\u202eb', '\u2068a\u202eb\u2069'],
  ['an end that closes nothing is left out', 'a\u2069\u202eb', '\u2068a\u202eb\u2069'],
  ['what was left open is closed', 'a\u2067b', '\u2068a\u2067b\u2069\u2069'],
])('%s', (_, text, shown) => expect(isolated(text)).toBe(shown))
