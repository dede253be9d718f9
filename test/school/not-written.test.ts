import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeFolder } from '../../electron/school/csv/folder-store.ts'
import { temporaryFolder } from '../temporary-school.ts'

it('a folder that cannot be written is refused in plain words', () => {
  const file = join(temporaryFolder(), 'taken')
  writeFileSync(file, '')
  const onAFile = writeFolder(file, new Map([['school.csv', '']]))
  expect(onAFile).toMatchObject({
    ok: false,
    failure: { message: `${file} cannot be written: there is a file of that name.`, remedy: 'Choose another folder.' },
  })
  expect(writeFolder(join(file, 'below'), new Map())).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('a part of its path is a file') },
  })
})
