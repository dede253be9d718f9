import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { payments, unreadableFiles } from '../../electron/terminal/payments-command.ts'
import { temporaryFolder } from '../temporary-school.ts'

const WHOLE = 'Date,Description,Amount,Currency,Status\n2026-01-15,Osei,10.00,USD,Posted\n'

async function read(...texts: readonly string[]) {
  const folder = temporaryFolder()
  const files = texts.map((text, place) => {
    const file = join(folder, `${place}.csv`)
    writeFileSync(file, text)
    return file
  })
  let out = ''
  const terminal = {
    dataFolder: folder,
    json: true,
    out: (text: string) => void (out += text),
    err: () => undefined,
    now: () => new Date(),
  }
  const status = await payments(terminal, { files, currency: 'USD', timeZone: 'America/Denver', columns: null })
  return { status, files: (JSON.parse(out) as { files: { reading: unknown }[] }).files }
}

it('`payments` says by its status whether every file could be taken as it is', async () => {
  expect((await read(WHOLE)).status).toBe(0)
  const refused = WHOLE.replace('10.00', 'ten')
  const asked = 'Date,Description,Amount\n2026-01-15,Osei,10.00\n2026-01-16,Refund Nair,5.00\n'
  for (const text of [refused, asked, 'no file of payments']) expect((await read(WHOLE, text)).status, text).toBe(1)
})

it('`payments` names every column that it reads, and says only what the file says', async () => {
  const { files } = await read(WHOLE)
  expect(files[0]?.reading).toMatchObject({
    columns: { date: 'Date', amount: 'Amount', text: 'Description', currency: 'Currency', status: 'Status' },
    dateOrder: null,
    decimalSign: '.',
  })
})

it('`payments` says of a folder that it is one, and of a file that is not there', () => {
  const folder = temporaryFolder()
  const files = [folder, join(folder, 'nowhere.csv')]
  expect(unreadableFiles(files)).toEqual([
    { file: folder, row: null, message: 'This is a folder. Name the files of payments in it.' },
    { file: files[1], row: null, message: 'There is no such file.' },
  ])
})
