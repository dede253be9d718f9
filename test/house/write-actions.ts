import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ActionWords } from '../../electron/billing/actions/action.ts'
import { formsIndex, formsKnown } from './write-forms.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FOLDER = 'electron/billing/actions'
const MADE = '// Made from what is declared, by `npm run actions`; a test holds it against that.'

interface Declared {
  readonly file: string
  readonly constant: string
  readonly name: string
  readonly words: ActionWords
}

/** Every file of the folder that declares an action, with what it says. */
async function declared(): Promise<Declared[]> {
  const found: Declared[] = []
  for (const file of readdirSync(resolve(ROOT, FOLDER)).toSorted()) {
    const path = resolve(ROOT, FOLDER, file)
    const [, constant] = /^export const (\w+) = action\(\{/m.exec(readFileSync(path, 'utf8')) ?? []
    if (constant === undefined) continue
    const module = (await import(pathToFileURL(path).href)) as Readonly<Record<string, Omit<Declared, 'file'>>>
    const { name, words } = module[constant]!
    found.push({ file, constant, name, words })
  }
  return found
}

function index(actions: readonly Declared[]): string[] {
  return [
    ...actions.map(({ constant, file }) => `import { ${constant} } from './${file}'`),
    '',
    '/** Every action of the billing rules, by its name in activity.csv. */',
    'export const actions = {',
    ...actions.map(({ constant, name }) => `  ${name}: ${constant},`),
    '} as const',
  ]
}

/** A catalogue of words; long ones on a line of their own, as the formatter has them. */
function catalogueOf(constant: string, about: string, said: readonly (readonly [string, string])[]): string[] {
  const lines = said.map(([key, text]) => {
    const quoted = text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`
    const line = `  ${key}: ${quoted},`
    return line.length > 120 ? `  ${key}:\n    ${quoted},` : line
  })
  return [`/** ${about} */`, `export const ${constant} = {`, ...lines, '} as const']
}

/** Names in the order in which a file has them, new ones behind: a list in the window does not change its order. */
function inOrder(path: string, names: readonly string[]): string[] {
  const before = [...readFileSync(resolve(ROOT, path), 'utf8').matchAll(/^ {2}'(\w+)',$/gm)].map(([, name]) => name!)
  return [...before.filter((name) => names.includes(name)), ...names.filter((name) => !before.includes(name))]
}

const KINDS = 'shared/contract/history-actions.ts'

/** What is made from the declarations of actions and of their forms: the text of each file by its path. */
export async function madeFiles(): Promise<ReadonlyMap<string, string>> {
  const actions = await declared()
  const sentences = actions.flatMap((each) => Object.entries(each.words.sentences))
  const history = new Map(actions.flatMap((each) => Object.entries(each.words.history ?? {})))
  const kinds = inOrder(KINDS, [...history.keys()])
  const forms = formsKnown()
  const made: Readonly<Record<string, readonly string[]>> = {
    [`${FOLDER}/index.ts`]: index(actions),
    'shared/words/en/engine/sentences.ts': catalogueOf(
      'sentences',
      'What an action does, in one plain sentence.',
      sentences,
    ),
    [KINDS]: [
      "/** The actions of a customer package's history, in the words of the billing rules. */",
      'export const HISTORY_ACTIONS = [',
      ...kinds.map((kind) => `  '${kind}',`),
      '] as const',
    ],
    'shared/words/en/history-words.ts': catalogueOf(
      'history_words',
      "The actions of a customer package's history.",
      kinds.map((kind) => [kind, history.get(kind) ?? '']),
    ),
    ...formsIndex(forms),
  }
  return new Map(Object.entries(made).map(([path, lines]) => [path, [MADE, ...lines, ''].join('\n')]))
}

/** The text of a file that is made, as it lies there. */
export function asItIs(path: string): string {
  return readFileSync(resolve(ROOT, path), 'utf8')
}

if (process.argv[1] === import.meta.filename)
  for (const [path, text] of await madeFiles()) if (text !== asItIs(path)) writeFileSync(resolve(ROOT, path), text)
