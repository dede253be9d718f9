import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const FOLDER = resolve(import.meta.dirname, '../../electron/billing/actions')
const INDEX = resolve(FOLDER, 'index.ts')

/** The text of electron/billing/actions/index.ts: every file of the folder that declares an action. */
export function actionsIndex(): string {
  const declared = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(resolve(FOLDER, file), 'utf8')
      const [, constant] = /^export const (\w+) = action\(\{/m.exec(text) ?? []
      const [, name] = /^ {2}name: '(\w+)',$/m.exec(text) ?? []
      return constant && name ? [{ file, constant, name }] : []
    })
  return [
    '// Made from the folder by `npm run actions`; a test holds it against the folder.',
    ...declared.map(({ file, constant }) => `import { ${constant} } from './${file}'`),
    '',
    '/** Every action of the billing rules, by its name in activity.csv. */',
    'export const actions = {',
    ...declared.map(({ constant, name }) => `  ${name}: ${constant},`),
    '} as const',
    '',
  ].join('\n')
}

if (process.argv[1] === import.meta.filename) writeFileSync(INDEX, actionsIndex())
