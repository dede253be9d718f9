import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { en } from '../../shared/words/en.ts'
import { isWordKey, say, type WordKey } from '../../shared/words/say.ts'
import { projectFiles, sourceFiles, textOf } from '../house/project-files.ts'

const keys = Object.entries(en).flatMap(([area, words]) => Object.keys(words).map((key) => `${area}.${key}`))

/** What lists the areas, or is a part of one, and is none. */
const LISTS = new Set(['shared/words/en/engine.ts', 'shared/words/en/history-words.ts'])

function areaOf(path: string): string {
  return path.replace(/^.*\/|\.ts$/g, '').replaceAll('-', '_')
}

describe('the words', () => {
  it('can all be read as ICU messages', () => {
    for (const [area, words] of Object.entries(en)) {
      for (const [key, message] of Object.entries(words)) {
        expect(
          () => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }),
          `${area}.${key}`,
        ).not.toThrow()
      }
    }
  })

  it('are said alike with and without a formatter where nothing is filled in', () => {
    let plain = 0
    for (const [area, words] of Object.entries(en)) {
      for (const [key, message] of Object.entries(words)) {
        if (message.includes('{')) continue
        plain++
        const formatted = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).format()
        expect(say(`${area}.${key}` as WordKey), `${area}.${key}`).toBe(formatted)
      }
    }
    expect(plain).toBeGreaterThan(1_000)
  })

  it('are all said somewhere: none is left over', () => {
    const sources = sourceFiles.filter((path) => !path.startsWith('shared/words/en')).map(textOf)
    const said = sources.join('\n')
    // A key made from data names its beginning: `area.prefix_${value}` or `area.${value}`. A type says nothing.
    const starts = [
      ...said.replaceAll(/^(?:export )?type .*|\(key: `.*/gm, '').matchAll(/[`'"]([a-z]\w*\.\w*)\$\{/g),
    ].map(([, start]) => start!)
    // Gone through once: looking for each of thousands of keys would take seconds.
    const whole = new Set([...said.matchAll(/(['"])([a-z]\w*\.\w+)\1/g)].map(([, , key]) => key))
    const unsaid = keys.filter((key) => !whole.has(key) && !starts.some((start) => key.startsWith(start)))
    expect(unsaid).toEqual([])
  })

  it('name nothing that is not there', () => {
    expect(isWordKey('actions.added_to_package')).toBe(true)
    expect(isWordKey('actions.toString')).toBe(false)
    expect(say('actions.tender_ach')).toBe('ACH')
  })

  it('stand in files of one area each', () => {
    const files = projectFiles.filter((path) => /^shared\/words\/en\/.*\.ts$/.test(path) && !LISTS.has(path))
    expect(files.map((path) => areaOf(path)).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  it('stand in the room of who says them: a window is built without those that only the engine says', () => {
    const toldApart = { engine: /^(renderer|shared)\//, window: /^electron\// }
    for (const [room, others] of Object.entries(toldApart)) {
      const areas = projectFiles.filter((path) => path.startsWith(`shared/words/en/${room}/`)).map(areaOf)
      expect(areas.length).toBeGreaterThan(5)
      const named = new RegExp(`['"\`](${areas.join('|')})\\.\\w`)
      const sayers = sourceFiles.filter((path) => others.test(path) && !path.startsWith('shared/words/en'))
      expect(sayers.filter((path) => named.test(textOf(path)))).toEqual([])
    }
  })
})
