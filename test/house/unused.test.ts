import { expect, it } from 'vitest'
import { projectFiles, sourceFiles, textOf } from './project-files.ts'

const DECLARED = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm

it('nothing is exported that nobody uses, not even its own file', () => {
  const times = new Map<string, number>()
  for (const path of projectFiles.filter((name) => /\.(tsx?|mjs)$/.test(name))) {
    for (const [word] of textOf(path).matchAll(/[\w$]+/g)) times.set(word, (times.get(word) ?? 0) + 1)
  }
  const unused = sourceFiles
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [...textOf(path).matchAll(DECLARED)].map(([, name]) => ({ path, name: name! })))
    .filter(({ name }) => times.get(name) === 1)
  expect(unused).toEqual([])
})
