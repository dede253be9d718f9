import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openApplication } from '../../electron/calls/application.ts'
import { VERSION } from '../../shared/version.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { kestrelDesk } from './desk.ts'

describe('the diagnostics', () => {
  it('say how program and data stand, to anybody at the window, without names, amounts and places', async () => {
    const desk = await kestrelDesk()
    const session = await desk.signInAs('administrator')
    await desk.ask('integrity.run', {}, session)
    await desk.send('packages.balance', { ref: 'CP-404', asOf: null }, session)
    const { name, text } = await desk.ask('help.diagnostics', {}, null)
    expect(name).toMatch(/^blocktime-diagnostics-\d{4}-\d\d-\d\d\.txt$/)
    expect(text).toContain(`Blocktime ${VERSION}`)
    expect(text).toMatch(/Schema: \d+\nEntries: \d+\nTrouble: none\nLast verification: .*nothing found/)
    expect(text).toContain('"call":"packages.balance","code":"not_found"')
    const people = await desk.application.database.read((db) =>
      db
        .selectFrom('customers')
        .select(['name', 'number'])
        .union(db.selectFrom('users').select(['name', 'username as number']))
        .execute(),
    )
    for (const { name: own, number } of people) {
      expect(text).not.toContain(own)
      expect(text).not.toContain(`"${number}"`)
    }
    expect(text).not.toContain(desk.folder)
    expect(text).not.toMatch(/kestrel/i)
  })

  it('come where the school cannot be opened, with the reason', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'school.blocktime'), 'this is no school, and somebody called it one')
    const application = await openApplication({ dataFolder: folder })
    const reply = await application.dispatch({
      call: 'help.diagnostics',
      input: {},
      session: null,
      commandId: null,
      attended: true,
    })
    await application.close()
    expect(reply.ok && (reply.value as { text: string }).text).toMatch(/Trouble: (damaged|foreign)/)
  })
})
