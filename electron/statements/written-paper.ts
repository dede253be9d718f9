import { basename } from 'node:path'
import type { Statement } from '../../shared/contract/statements.ts'

/** What is remembered of a statement once its paper is written: a thousand statements do not lie in memory. */
export interface WrittenPaper {
  readonly number: string
  readonly fingerprint: string
  readonly asOf: Statement['asOf']
  readonly customer: Pick<Statement['customer'], 'number' | 'name' | 'email'>
  readonly school: Pick<Statement['school'], 'name' | 'address' | 'locale'>
  readonly packages: readonly { readonly ref: string; readonly name: string }[]
  /** the PDF that holds it */
  readonly file: string
}

/** @param file the PDF that holds it */
export function writtenPaper(statement: Statement, file: string): WrittenPaper {
  const { number, fingerprint, asOf, customer, school, packages } = statement
  return {
    number: number ?? '',
    fingerprint,
    asOf,
    customer: { number: customer.number, name: customer.name, email: customer.email },
    school: { name: school.name, address: school.address, locale: school.locale },
    packages: packages.map(({ ref, packageName }) => ({ ref, name: packageName })),
    file,
  }
}

/** The name of a paper's file, without its folder. */
export function nameOf({ file }: Pick<WrittenPaper, 'file'>): string {
  return basename(file)
}
