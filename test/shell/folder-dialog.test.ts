import type { BrowserWindow, OpenDialogOptions } from 'electron'
import { expect, it } from 'vitest'
import { folderDialog } from '../../electron/shell/folder-dialog.ts'

const window = {} as BrowserWindow

it('a folder is chosen in front of the window, from where the person was, and a new one can be made', async () => {
  const asked: OpenDialogOptions[] = []
  const answers = [
    { canceled: false, filePaths: ['/papers/May'] },
    { canceled: true, filePaths: [] },
    { canceled: false, filePaths: [] },
  ]
  const choose = folderDialog(
    {
      showOpenDialog: async (owner, options) => {
        expect(owner).toBe(window)
        asked.push(options)
        return answers.shift()!
      },
    },
    () => window,
  )
  expect(await choose('/papers')).toBe('/papers/May')
  expect(await choose('papers')).toBeNull()
  expect(await choose('')).toBeNull()
  expect(asked.map(({ defaultPath }) => defaultPath)).toEqual(['/papers', undefined, undefined])
  expect(asked[0]?.properties).toEqual(['openDirectory', 'createDirectory'])
})

it('there is one dialog at a time, and none without a window; after one that failed there is another', async () => {
  let answer: (chosen: { canceled: boolean; filePaths: string[] }) => void = () => undefined
  let shown = 0
  const choose = folderDialog(
    {
      showOpenDialog: () => {
        shown += 1
        if (shown === 2) return Promise.reject(new Error('no dialog'))
        return new Promise((resolve) => (answer = resolve))
      },
    },
    () => window,
  )
  const first = choose('')
  expect(await choose('')).toBeNull()
  answer({ canceled: false, filePaths: ['/papers'] })
  expect(await first).toBe('/papers')
  await expect(choose('')).rejects.toThrow('no dialog')
  void choose('')
  expect(shown).toBe(3)
  expect(
    await folderDialog({ showOpenDialog: () => Promise.reject(new Error('shown')) }, () => undefined)(''),
  ).toBeNull()
})
