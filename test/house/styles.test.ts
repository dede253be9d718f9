import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { sourceFiles, textOf } from './project-files.ts'

const STYLES = resolve(import.meta.dirname, '../../node_modules/@mantine/core/styles')
const NAMED = /import \{([^}]*)\} from '@mantine\/core'/g

it('every component of the library that a screen uses has its style in the page', () => {
  const page = textOf('renderer/ui/styles.ts')
  const used = new Set(
    sourceFiles
      .filter((file) => file.startsWith('renderer/') && file.endsWith('.tsx'))
      .flatMap((file) => [...textOf(file).matchAll(NAMED)])
      .flatMap(([, names = '']) => names.split(','))
      .map((name) => name.trim()),
  )
  const styled = [...used].filter((name) => existsSync(join(STYLES, `${name}.css`)))
  expect(styled.length).toBeGreaterThan(15)
  expect(styled.filter((name) => !page.includes(`/styles/${name}.css'`))).toEqual([])
})
