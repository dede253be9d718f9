import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { posix, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const PLACE = 'renderer/packages/actions'
const FOLDERS = [PLACE, `${PLACE}/life`, 'renderer/packages/withdrawal']
const DECLARED = `${PLACE}/declared-forms.ts`

interface Form {
  readonly path: string
  /** what it is on */
  readonly on: 'package' | 'customer'
  /** the component */
  readonly form: string
  readonly kind: string
  /** the rest of its declaration, as it is written */
  readonly rest: string
}

/**
 * The forms of actions that say themselves what they are on: `packageForm({ kind, form, … })`, `customerForm({ … })`.
 * New ones stand behind those that were there, so that a menu keeps its order.
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
  const declaration = /^(package|customer)Form\(\{\n {2}kind: '(\w+)',\n {2}form: (\w+),\n([\s\S]*?)^\}\)$/gm
  return [...text.matchAll(declaration)].map(([, on, kind = '', form = '', rest = '']) => ({
    path,
    on: on as Form['on'],
    kind,
    form,
    rest,
  }))
}

/** What is made from them: what a menu knows of each, and the form behind it, which is loaded later. */
export function formsIndex(forms: readonly Form[]): Readonly<Record<string, readonly string[]>> {
  const byPath = Object.groupBy(forms, ({ path }) => path)
  const { package: ofPackage = [], customer: ofCustomer = [] } = Object.groupBy(forms, ({ on }) => on)
  return {
    [DECLARED]: [
      "import type { CustomerFormDeclaration, PackageFormDeclaration } from './form-declaration.ts'",
      '',
      '/** The forms of actions on a customer package, in the order of a menu. */',
      'export const PACKAGE_FORMS = {',
      ...ofPackage.flatMap(declarationOf),
      '} as const satisfies Readonly<Record<string, PackageFormDeclaration>>',
      '',
      "/** Those of actions on a customer, in the order of the customer's page. */",
      'export const CUSTOMER_FORMS = {',
      ...ofCustomer.flatMap(declarationOf),
      '} as const satisfies Readonly<Record<string, CustomerFormDeclaration>>',
    ],
    [`${PLACE}/package-forms.ts`]: [
      ...Object.entries(byPath)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([path, own = []]) => `import { ${own.map(({ form }) => form).join(', ')} } from '${way(path)}'`),
      '',
      '/** What stands in the dialog of an action on a customer package. */',
      'export const FORM_OF = {',
      ...ofPackage.map(({ kind, form }) => `  ${kind}: ${form},`),
      '} as const',
      '',
      '/** The same of an action on a customer. */',
      'export const CUSTOMER_FORM_OF = {',
      ...ofCustomer.map(({ kind, form }) => `  ${kind}: ${form},`),
      '} as const',
    ],
  }
}

function declarationOf({ kind, rest }: Form): readonly string[] {
  return [`  ${kind}: {`, rest.replaceAll(/^/gm, '  ').trimEnd(), '  },']
}

function way(path: string): string {
  const relative = posix.relative(PLACE, path)
  return relative.startsWith('.') ? relative : `./${relative}`
}
