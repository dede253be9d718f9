import { expect, test } from 'vitest'
import { readWords } from '../../electron/terminal/command-line.ts'

const window = (dataFolder?: string) => ({ kind: 'window', dataFolder })
const command = { kind: 'command' }

test.each([
  [[], window()],
  [['--data', '/school'], window('/school')],
  [['--data=/school'], window('/school')],
  [['--data', 'demo'], window('demo')],
  [['--data', 'serve', 'verify'], command],
  [['--data=/school', 'balances'], command],
  [['balances', '--data', '/school'], command],
  [['--no-sandbox', '/a/file.csv'], window()],
  [['--help'], command],
  [['--version'], command],
  [['--data', ''], command],
  [['restore', 'x'], command],
  [['reset-password', 'kim'], command],
  [['help'], command],
  [['--data', 'postgres://host/school'], window('postgres://host/school')],
  [['--data=postgresql://lee:horse@host/school'], command],
  [['--data', 'https://host/school'], command],
  [['--data', 'C:\\school'], window('C:\\school')],
  [['--data', 'C:/school'], window('C:/school')],
])('%j', (words, asked) => expect(readWords(words)).toEqual(asked))
