import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ordinaryFolder } from '../../electron/storage/ordinary-folder.ts'
import { temporaryFolder } from '../temporary-school.ts'

/** A home folder with a data folder in it. */
function home() {
  const folder = temporaryFolder()
  const data = join(folder, 'Blocktime')
  mkdirSync(data)
  return { folder, data }
}

describe('files are written into ordinary folders only', () => {
  it.each([
    '/proc/self/fd',
    '/proc/1/task/new',
    '/sys/kernel',
    '/dev/shm/statements',
    '/etc',
    '/usr/local/share/new',
    '/',
  ])('%s is refused in words, and soon', async (folder) => {
    const answer = await ordinaryFolder(folder, { anywhere: true, dataFolder: home().data })
    expect(answer).toMatchObject({ ok: false, failure: { field: 'folder' } })
  })

  it('a link into a folder of the system is refused, too', async () => {
    const { folder, data } = home()
    symlinkSync('/etc', join(folder, 'Papers'))
    const answer = await ordinaryFolder(join(folder, 'Papers', 'new'), { anywhere: true, dataFolder: data })
    expect(answer).toMatchObject({
      failure: { message: expect.stringContaining('belongs to the system of this computer.') },
    })
  })

  it('a new folder in one that is there may be', async () => {
    const { folder, data } = home()
    const wanted = join(folder, 'Statements', 'of January')
    expect(await ordinaryFolder(wanted, { anywhere: false, dataFolder: data, home: folder })).toMatchObject({
      ok: true,
    })
  })

  it('the data folder, one of the hidden ones and one of somebody else may not be', async () => {
    const { folder, data } = home()
    const rules = { anywhere: false, dataFolder: data, home: folder }
    for (const wanted of [data, join(data, 'statements'), join(folder, '.config', 'autostart'), temporaryFolder()])
      expect(await ordinaryFolder(wanted, rules), wanted).toMatchObject({ ok: false })
  })

  it('whoever manages the settings may choose any other', async () => {
    const rules = { anywhere: true, dataFolder: home().data, home: home().folder }
    expect(await ordinaryFolder(temporaryFolder(), rules)).toMatchObject({ ok: true })
  })

  it('a path that is not whole is refused', async () => {
    expect(await ordinaryFolder('Documents', { anywhere: true, dataFolder: home().data })).toMatchObject({ ok: false })
  })
})
