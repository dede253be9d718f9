import type { PaperOut } from '../../../shared/contract/papers.ts'
import { done, type Outcome } from '../../../shared/failure.ts'
import { readLogo } from '../../billing/policies-store.ts'
import { fileName } from '../../documents/file-name.ts'
import { textsWithin } from '../../documents/pdf/texts-within.ts'
import type { User } from '../../people/users-store.ts'
import { paperOfInvoice, paperOfReceipt, type OwnedPaper } from '../../reports/papers/papers.ts'
import type { ReadDb } from '../../storage/database.ts'
import { mayReadPapersOf, notOwnPaper } from './own-papers.ts'
import type { Implementations } from '../implementation.ts'

/** Invoices and receipts on paper, for the printer and as PDF alike. */
export const papersImplementations: Implementations<'papers.invoice' | 'papers.receipt'> = {
  'papers.invoice': async ({ db, user, school }, { ref, notes, pdf }) =>
    handedOut(db, user, await paperOfInvoice(db, ref, { school, notes: notes && user.role !== 'customer' }), pdf),
  'papers.receipt': async ({ db, user, school }, { entry, notes, pdf }) =>
    handedOut(db, user, await paperOfReceipt(db, entry, { school, notes: notes && user.role !== 'customer' }), pdf),
}

async function handedOut(db: ReadDb, user: User, made: Outcome<OwnedPaper>, pdf: boolean): Promise<Outcome<PaperOut>> {
  // A customer does not learn which numbers there are.
  if (!made.ok) return user.role !== 'customer' ? made : notOwnPaper()
  const { paper, owner } = made.value
  const may = mayReadPapersOf(user, owner)
  if (!may.ok) return may
  return done({ paper, pdf: pdf ? await asFile(db, made.value) : null, unwritten: await unwrittenIn(paper) })
}

async function asFile(db: ReadDb, { paper, owner }: OwnedPaper): Promise<PaperOut['pdf']> {
  // Loaded where it is needed: every start would wait for it.
  const { paperPdf } = await import('../../documents/pdf/paper-pdf.ts')
  const content = (await paperPdf(paper, await readLogo(db))).toString('base64')
  return { name: fileName([paper.heading, owner], 'pdf'), mediaType: 'application/pdf', content }
}

/** The characters in some content that no font of the paper has. */
export async function unwrittenIn(content: unknown): Promise<string[]> {
  // Loaded where it is needed: every start would wait for the fonts.
  const { unwritable } = await import('../../documents/pdf/unwritable.ts')
  return unwritable(textsWithin(content))
}
