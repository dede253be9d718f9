import { longDateText } from '../../shared/date-text.ts'
import { say } from '../../shared/words/say.ts'
import { fileName } from '../documents/file-name.ts'
import { nameOf, type WrittenPaper } from './written-paper.ts'

/** An e-mail to one customer as it stands in a file: a person looks at it in the mail program, and sends it. */
export interface Draft {
  readonly to: readonly { readonly name: string; readonly address: string }[]
  readonly subject: string
  readonly text: string
  /** files on this computer, and the names under which they come along */
  readonly attachments: readonly { readonly filename: string; readonly path: string }[]
}

/** An e-mail with all of one customer's papers; or why there can be none. */
export function draftOf(papers: readonly [WrittenPaper, ...WrittenPaper[]]): Draft | { readonly why: string } {
  const [{ customer, school, asOf }] = papers
  if (customer.email.trim() === '') return { why: say('drafts.no_address') }
  const addresses = addressesIn(customer.email)
  if (addresses === null) return { why: say('drafts.no_such_address', { email: onOneLine(customer.email) }) }
  const name = onOneLine(customer.name)
  const numbers = papers.map(({ number }) => number).join(', ')
  const day = longDateText(asOf, school.locale)
  const said = { count: papers.length, numbers, day, name, school: onOneLine(school.name) }
  const lines = papers.map((paper) =>
    say('drafts.paper', { number: paper.number, packages: paper.packages.map((pack) => pack.name).join(', ') }),
  )
  return {
    to: addresses.map((address) => ({ name, address })),
    subject: onOneLine(say('drafts.subject', said)),
    text: [
      say('drafts.greeting', said),
      say('drafts.attached', said),
      lines.join('\n'),
      say('drafts.closing'),
      [school.name, school.address].filter((text) => text !== '').join('\n'),
    ].join('\n\n'),
    attachments: papers.map((paper) => ({ filename: nameOf(paper), path: paper.file })),
  }
}

/** The name of a draft's file: whose it is, and the first statement in it. */
export function draftFileName([{ customer, number }]: readonly [WrittenPaper, ...WrittenPaper[]]): string {
  return fileName([number, customer.number], 'eml')
}

/** Nothing that a mail program could take for two addresses, a name or a header; a domain with a dot. */
const ADDRESS = /^[^\s\p{Cc}\p{Cf}@<>()[\]\\,;:"]+@(?:[\p{L}\p{M}\p{N}-]+\.)+[\p{L}\p{M}\p{N}-]{2,}$/u
const LONGEST_ADDRESS = 254

/** The addresses of a customer, written with commas or semicolons between them; null where one of them is none. */
function addressesIn(email: string): string[] | null {
  const addresses = email.split(/[,;]/).map((address) => address.trim())
  return addresses.every((address) => address.length <= LONGEST_ADDRESS && ADDRESS.test(address)) ? addresses : null
}

/**
 * A header is one line: whatever ends a line, or controls a screen, becomes a space. A name that is written like an
 * encoded word stays as it is written: no mail program is to read anything else in it.
 */
function onOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim()
}
