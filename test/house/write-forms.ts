import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { posix, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const PLACE = 'renderer/packages/actions'
const FOLDERS = [PLACE, `${PLACE}/life`, 'renderer/packages/withdrawal']
const DECLARED = `${PLACE}/declared-forms.ts`

interface Form {
  readonly path: string
  /** the component */
  readonly form: string
  readonly kind: string
  /** the rest of its declaration, as it is written */
  readonly rest: string
}

/**
 * The forms of actions on a customer package that say so themselves: `packageForm({ kind, form, … })`. New ones stand
 * behind those that were there, so that a menu keeps its order.
 */
export function formsKnown(): Form[] {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(resolve(ROOT, folder))
      .filter((file) => file.endsWith('.tsx'))
      .toSorted()
      .flatMap((file) => declaredIn(`${folder}/${file}`)),
  )
  const before = existsSync(resolve(ROOT, DECLARED))
    ? [...readFileSync(resolve(ROOT, DECLARED), 'utf8').matchAll(/^ {2}(\w+): \{$/gm)].map(([, kind]) => kind!)
    : []
  const place = ({ kind }: Form) => (before.includes(kind) ? before.indexOf(kind) : before.length)
  return found.toSorted((one, other) => place(one) - place(other))
}

function declaredIn(path: string): Form[] {
  const text = readFileSync(resolve(ROOT, path), 'utf8')
  return [...text.matchAll(/^packageForm\(\{\n {2}kind: '(\w+)',\n {2}form: (\w+),\n([\s\S]*?)^\}\)$/gm)].map(
    ([, kind = '', form = '', rest = '']) => ({ path, kind, form, rest }),
  )
}

/** What is made from them: what a menu knows of each, and the form behind it, which is loaded later. */
export function formsIndex(forms: readonly Form[]): Readonly<Record<string, readonly string[]>> {
  const byPath = Object.groupBy(forms, ({ path }) => path)
  return {
    [DECLARED]: [
      "import type { PackageFormDeclaration } from './form-declaration.ts'",
      '',
      '/** The forms of actions on a customer package, in the order of a menu. */',
      'export const PACKAGE_FORMS = {',
      ...forms.flatMap(({ kind, rest }) => [`  ${kind}: {`, rest.replaceAll(/^/gm, '  ').trimEnd(), '  },']),
      '} as const satisfies Readonly<Record<string, PackageFormDeclaration>>',
    ],
    [`${PLACE}/package-forms.ts`]: [
      ...Object.entries(byPath)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([path, own = []]) => `import { ${own.map(({ form }) => form).join(', ')} } from '${way(path)}'`),
      '',
      '/** What stands in the dialog of an action on a customer package. */',
      'export const FORM_OF = {',
      ...forms.map(({ kind, form }) => `  ${kind}: ${form},`),
      '} as const',
    ],
  }
}

function way(path: string): string {
  const relative = posix.relative(PLACE, path)
  return relative.startsWith('.') ? relative : `./${relative}`
}
