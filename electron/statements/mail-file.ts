import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Draft } from './draft.ts'

/** Mail programs that know it open the file for writing, with a button to send. */
const UNSENT = { 'X-Unsent': '1' }

/**
 * Writes a draft into a new file as a message of RFC 5322, its attachments read from their files meanwhile. Without a
 * sender: the mail program puts the account of whoever sends it. Fails where the file exists.
 */
export async function writeMail({ to, subject, text, attachments }: Draft, date: Date, file: string): Promise<void> {
  // Loaded where it is needed: most batches have no drafts.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const message = new MailComposer({
    to: [...to],
    subject,
    text,
    date,
    headers: UNSENT,
    attachments: attachments.map((attachment) => ({ ...attachment, contentType: 'application/pdf' })),
    // Nothing of a customer's record is an address to fetch from.
    disableUrlAccess: true,
    newline: 'win',
  }).compile()
  await pipeline(message.createReadStream(), createWriteStream(file, { flags: 'wx', mode: 0o600 }))
}
