import { expect, it } from 'vitest'
import { asItIs, madeFiles } from './write-actions.ts'

it('what is made from the declarations of actions and forms is as `npm run actions` makes it', async () => {
  const made = await madeFiles()
  expect(made.size).toBe(6)
  for (const [path, text] of made) expect(asItIs(path), `${path}: run npm run actions`).toBe(text)
})
