import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openApplication } from '../../electron/calls/application.ts'
import { renewLastSeen } from '../../electron/verification/renewed-copy.ts'
import { rowsOf } from '../rows-of-file.ts'
import { temporaryFolder } from '../temporary-school.ts'
import { signedInAt } from './desk-without.ts'
import { makeExample } from './desks.ts'
import { HEADER } from './school-without.ts'
import { hasServer } from './server.ts'
import { deskAt } from './temporary-server.ts'

describe.skipIf(!hasServer)('the copy that a desk has of a school on a server', { timeout: 120_000 }, () => {
  it('takes over what was recorded there since, and is the school to the last row', async () => {
    const { database, folder } = await deskAt()
    await makeExample(database)
    const same = async () => {
      const whole = join(temporaryFolder(), 'whole')
      await database.copyTo(whole)
      expect(rowsOf(join(folder, 'last-seen.blocktime'))).toEqual(rowsOf(whole))
    }
    expect(await renewLastSeen(database, folder)).toBe('whole')
    await same()
    const application = await openApplication({ dataFolder: folder })
    onTestFinished(() => application.close())
    const desk = await signedInAt(application)
    const lines = [{ package: 'CP-1001', code: 'DUAL', quantity: 100, note: '' }]
    const { ref } = await desk.ask('invoices.make', { ...HEADER, customer: 'C-001', lines })
    await desk.ask('invoices.pay', { ...HEADER, ref, amount: null, method: 'package', failed: false })
    await desk.ask('catalogue.setRate', { code: 'BRIEF', from: '2026-03-01', rate: '99', taxPercent: '0' })
    await desk.ask('users.setPassword', { username: 'desk', password: 'staple-battery-horse' } as never)
    expect(await renewLastSeen(database, folder)).toBe('entries')
    await same()
    // Nothing was recorded, but somebody was refused at the door.
    const login = { username: 'desk', password: 'wrong-battery-horse' }
    const asked = { call: 'session.signIn', input: login, session: null, commandId: null, attended: true }
    expect(await application.dispatch(asked)).toMatchObject({ ok: false })
    // The refusal is kept beside its answer, maybe after it.
    await application.settled()
    expect(await renewLastSeen(database, folder)).toBe('entries')
    await same()
  })
})
