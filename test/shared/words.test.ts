import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { en } from '../../shared/words/en.ts'
import { isWordKey, say } from '../../shared/words/say.ts'
import { projectFiles, sourceFiles, textOf } from '../house/project-files.ts'

const keys = Object.entries(en).flatMap(([area, words]) => Object.keys(words).map((key) => `${area}.${key}`))

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

  it('are all said somewhere: none is left over', () => {
    const sources = sourceFiles.filter((path) => !path.startsWith('shared/words/en')).map(textOf)
    const said = sources.join('\n')
    // A key made from data names its beginning: `area.prefix_${value}` or `area.${value}`. A type says nothing.
    const starts = [
      ...said.replaceAll(/^(?:export )?type .*|\(key: `.*/gm, '').matchAll(/[`'"]([a-z]\w*\.\w*)\$\{/g),
    ].map(([, start]) => start!)
    const unsaid = keys.filter(
      (key) =>
        !said.includes(`'${key}'`) && !said.includes(`"${key}"`) && !starts.some((start) => key.startsWith(start)),
    )
    expect(unsaid).toEqual([])
  })

  it('name nothing that is not there', () => {
    expect(isWordKey('actions.added_to_package')).toBe(true)
    expect(isWordKey('actions.toString')).toBe(false)
    expect(say('actions.tender_ach')).toBe('ACH')
  })

  it('stand in files of one area each', () => {
    expect(projectFiles.filter((path) => path.startsWith('shared/words/en/')).length).toBe(Object.keys(en).length)
  })
})
