import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { draftFileName, draftOf, type Draft } from '../../electron/statements/draft.ts'
import { writeMail } from '../../electron/statements/mail-file.ts'
import type { WrittenPaper } from '../../electron/statements/written-paper.ts'
import { businessDate } from '../../shared/dates.ts'
import { temporaryFolder } from '../temporary-school.ts'

const SCHOOL = { name: 'Kestrel Flying School', address: '1 Airport Road\nErie, CO', locale: 'en-US' }

function paper(customer: Partial<WrittenPaper['customer']> = {}, to: Partial<WrittenPaper> = {}): WrittenPaper {
  return {
    number: 'ST-1001',
    fingerprint: '45-1111-2222-3333',
    asOf: businessDate('2026-01-31'),
    customer: { number: 'C-001', name: 'Amelia Osei', email: 'amelia@example.test', ...customer },
    school: SCHOOL,
    packages: [{ ref: 'CP-1001', name: 'Private Pilot' }],
    file: join('papers', 'ST-1001_C-001_CP-1001.pdf'),
    ...to,
  }
}

function drafted(...papers: [WrittenPaper, ...WrittenPaper[]]): Draft {
  const draft = draftOf(papers)
  if ('why' in draft) throw new Error(draft.why)
  return draft
}

async function writtenMail(draft: Draft) {
  const folder = temporaryFolder()
  const attachments = draft.attachments.map(({ filename }) => {
    const path = join(folder, filename)
    writeFileSync(path, `%PDF-1.7 ${filename}\u0000\u00ff`, 'latin1')
    return { filename, path }
  })
  const file = join(folder, draftFileName([paper()]))
  await writeMail({ ...draft, attachments }, new Date('2026-02-01T12:00:00Z'), file)
  const raw = readFileSync(file)
  return { raw: raw.toString('latin1'), mail: await PostalMime.parse(raw), attachments, file }
}

/** The lines before the first empty one, those that go on with another one joined to it. */
function headersOf(raw: string): string[] {
  return (raw.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]/g, ' ').split('\r\n')
}

describe('the draft of an e-mail with statements', () => {
  it('is addressed, says whose and which they are, and brings the PDFs along to the byte', async () => {
    const second = paper({}, { number: 'ST-1002', file: 'x/ST-1002_C-001_CP-1002.pdf' })
    const { raw, mail, attachments } = await writtenMail(drafted(paper(), second))
    expect(mail.to).toEqual([{ name: 'Amelia Osei', address: 'amelia@example.test' }])
    expect(mail.subject).toBe('Statements ST-1001, ST-1002 of Kestrel Flying School, Saturday, January 31, 2026')
    expect(mail.text).toContain('Dear Amelia Osei,')
    expect(mail.text).toContain('ST-1001: Private Pilot\nST-1002: Private Pilot')
    expect(mail.text).toContain('Kestrel Flying School\n1 Airport Road\nErie, CO')
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['ST-1001_C-001_CP-1001.pdf', 'application/pdf'],
      ['ST-1002_C-001_CP-1002.pdf', 'application/pdf'],
    ])
    for (const [place, { content }] of mail.attachments.entries())
      expect(Buffer.from(content as ArrayBuffer)).toEqual(readFileSync(attachments[place]!.path))
    const headers = headersOf(raw)
    // The mail program opens it for writing, and sends it from the account of whoever sends it.
    expect(headers).toContain('X-Unsent: 1')
    expect(headers.some((line) => line.startsWith('From:'))).toBe(false)
    // Nothing that mail programs or the way there would read otherwise: CRLF, no long lines, ASCII.
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(999)
    expect(raw).toMatch(/^[\t\r\n -~]*$/)
  })

  it.each([
    ['Björn Ångström', 'Björn Ångström'],
    ['O’Neil, "Pat" <boss@evil.test>', 'O’Neil, "Pat" <boss@evil.test>'],
    ['محمد', 'محمد'],
    ['Amelia\r\nBcc: all@evil.test\r\n\r\nhello', 'Amelia Bcc: all@evil.test hello'],
    ['Amelia\u2028Bcc: all@evil.test\u0000\u0085x', 'Amelia Bcc: all@evil.test x'],
    ['=?UTF-8?Q?=0D=0ABcc:_all=40evil.test?=', '= ?UTF-8?Q?=0D=0ABcc:_all=40evil.test?='],
  ])('has the name %j in one header, and nobody else among those it goes to', async (name, shown) => {
    const draft = drafted(paper({ name }, { school: { ...SCHOOL, name } }))
    const { raw, mail } = await writtenMail(draft)
    expect(mail.to).toEqual([{ name: shown, address: 'amelia@example.test' }])
    expect(mail.subject).toContain(shown)
    expect([mail.cc, mail.bcc].flat().filter(Boolean)).toEqual([])
    expect(headersOf(raw).map((line) => line.split(':')[0]?.toLowerCase())).toEqual([
      'x-unsent',
      'to',
      'subject',
      'date',
      'message-id',
      'mime-version',
      'content-type',
    ])
  })

  it.each([
    ['amelia@example.test, father@example.test', ['amelia@example.test', 'father@example.test']],
    ['amelia@example.test; father@example.test', ['amelia@example.test', 'father@example.test']],
    ["o'neil+flying@sub.example.test", ["o'neil+flying@sub.example.test"]],
  ])('goes to %s', async (email, addresses) => {
    const { mail } = await writtenMail(drafted(paper({ email })))
    expect(mail.to?.map(({ address }) => address)).toEqual(addresses)
  })

  it.each([
    'amelia',
    'amelia@example',
    'amelia@example.test\r\nBcc: all@evil.test',
    'Amelia <amelia@example.test>',
    'a b@example.test',
    'amelia@example.test,',
    '"a@b"@example.test',
    'amelia@exam\u202eple.test',
    'amelia@example.test:x',
    `${'a'.repeat(250)}@example.test`,
  ])('is none to %j, and says so', (email) => {
    const draft = draftOf([paper({ email })])
    expect(draft).toEqual({ why: expect.stringMatching(/^not written as an e-mail address: /) })
    expect('why' in draft && draft.why).not.toMatch(/[\r\n]/)
  })

  it.each(['', '  '])('is none without an address (%j)', (email) => {
    expect(draftOf([paper({ email })])).toEqual({ why: 'no e-mail address' })
  })

  it('is not written where an attachment is missing, nor over another file', async () => {
    const file = join(temporaryFolder(), 'x.eml')
    const draft = drafted(paper({}, { file: join(temporaryFolder(), 'missing.pdf') }))
    await expect(writeMail(draft, new Date(), file)).rejects.toThrow(/ENOENT/)
    const there = join(temporaryFolder(), 'there.eml')
    writeFileSync(there, 'mine')
    const { attachments } = await writtenMail(drafted(paper()))
    await expect(writeMail({ ...draft, attachments }, new Date(), there)).rejects.toThrow(/EEXIST/)
    expect(readFileSync(there, 'utf8')).toBe('mine')
  })
})
