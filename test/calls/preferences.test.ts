import { describe, expect, it } from 'vitest'
import { kestrelDesk } from './desk.ts'

describe('the colors of the window', () => {
  it('are kept for the person who chose them, in every later session, and for nobody else', async () => {
    const desk = await kestrelDesk()
    const first = await desk.signInAs('administrator')
    expect(await desk.ask('preferences.read', {}, first)).toEqual({ colorScheme: null })
    await desk.ask('preferences.setColorScheme', { colorScheme: 'light' }, first)
    await desk.ask('preferences.setColorScheme', { colorScheme: 'dark' }, first)
    await desk.ask('session.signOut', {}, first)
    expect(await desk.ask('preferences.read', {}, await desk.signInAs('administrator'))).toEqual({
      colorScheme: 'dark',
    })
    expect(await desk.ask('preferences.read', {}, await desk.signInAs('front_desk'))).toEqual({ colorScheme: null })
  })
})
