import { describe, expect, it } from 'vitest'
import { importsOf } from './imports-of.ts'
import { projectFiles, sourceFiles, textOf } from './project-files.ts'

/** Where the application begins; everything else is there because one of these needs it. */
const ENTRIES = [
  'electron/main.ts',
  'electron/preload.ts',
  'electron/cli.ts',
  'electron/launch.mjs',
  // The script of the browser host's page, an input of the build of its own.
  'electron/browser/page.ts',
  'renderer/main.tsx',
]

const LONGEST_FILE = 300
const MEDIAN_FILE = 100

describe('source files', () => {
  it(`are none longer than ${LONGEST_FILE} lines, and by their median shorter than ${MEDIAN_FILE}`, () => {
    const lengths = sourceFiles.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
    expect(lengths.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).toSorted((one, other) => one - other)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(MEDIAN_FILE)
  })

  it('are named for what they are, and none is a drawer for everything', () => {
    const drawers = /(^|[/.-])(utils?|helpers?|managers?|services?|common|misc)([/.-]|$)/i
    expect(projectFiles.filter((path) => drawers.test(path))).toEqual([])
  })

  it('are all needed: each is reached from an entry', () => {
    const reached = new Set<string>()
    const reach = (path: string) => {
      if (reached.has(path) || !sourceFiles.includes(path)) return
      reached.add(path)
      if (/\.(tsx?|mjs)$/.test(path)) for (const { to } of importsOf(path, textOf(path))) reach(to)
    }
    ENTRIES.forEach(reach)
    expect(sourceFiles.filter((path) => !reached.has(path))).toEqual([])
  })
})

describe('the tree', () => {
  it('names no registry and no place of one computer', () => {
    const forbidden = [
      /https?:\/\/(registry|deb|npm)\./,
      /"resolved": "https?:/,
      /(^|[\s"'`(=])\/(work|farm|root|home|Users)\/[a-z.]/im,
      /[A-Z]:\\+Users\\/,
    ]
    const texts = projectFiles.filter(
      (path) => !/\.(png|ico|icns|pdf|db|woff2?)$/.test(path) && !path.startsWith('test/house/'),
    )
    expect(texts.filter((path) => forbidden.some((pattern) => pattern.test(textOf(path))))).toEqual([])
  })

  it('leaves nothing for later and no test switched off or alone', () => {
    const scripts = projectFiles.filter((path) =>
      /^(electron|renderer|shared|migrations|test)\/.*\.(tsx?|mjs)$/.test(path),
    )
    const leftOver = /\b(TODO|FIXME|XXX)\b|\b(it|test|describe)\.(only|todo)\(|\bdebugger\b/
    expect(scripts.filter((path) => !path.startsWith('test/house/') && leftOver.test(textOf(path)))).toEqual([])
  })
})
