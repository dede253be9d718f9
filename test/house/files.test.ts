import { dirname } from 'node:path'
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
const LARGEST_ROOM = 40

/** Rooms of tests that are no room of the program, and what they hold. */
const TESTS_OF: Readonly<Record<string, string>> = {
  browser: 'the window, in a browser',
  electron: 'the window, in Electron',
  'browser-host': 'electron/browser',
  faults: 'kills, full disks, damaged files, over all rooms',
  fixtures: 'schools',
  growth: 'what each call costs in a larger school',
  house: 'the rooms and the files themselves',
  launch: 'how the program is started',
  model: 'the rules, once more, played at random',
  postgres: 'electron/storage/postgres, and both engines beside each other',
  run: 'how the tests are run',
}

describe('source files', () => {
  it(`are none longer than ${LONGEST_FILE} lines, and by their median shorter than ${MEDIAN_FILE}`, () => {
    const lengths = sourceFiles.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
    expect(lengths.filter(({ lines }) => lines > LONGEST_FILE)).toEqual([])
    const sorted = lengths.map(({ lines }) => lines).toSorted((one, other) => one - other)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(MEDIAN_FILE)
  })

  it(`stand in rooms of no more than ${LARGEST_ROOM}, or with rooms inside`, () => {
    const scripts = projectFiles.filter((path) => /\.(tsx?|mjs|css)$/.test(path) && path.includes('/'))
    const inRoom = Object.groupBy(scripts, (path) => dirname(path))
    const hasRooms = (room: string) => Object.keys(inRoom).some((other) => other.startsWith(`${room}/`))
    const crowded = Object.entries(inRoom).filter(([room, own = []]) => own.length > LARGEST_ROOM && !hasRooms(room))
    expect(crowded.map(([room, own = []]) => `${room}: ${own.length}`)).toEqual([])
  })

  it('have their tests in a room of the same name', () => {
    const rooms = new Set(sourceFiles.flatMap((path) => path.split('/').slice(0, 2)))
    const ofTests = projectFiles.flatMap((path) => /^test\/([^/]+)\//.exec(path)?.[1] ?? [])
    expect([...new Set(ofTests)].filter((room) => !rooms.has(room) && !(room in TESTS_OF))).toEqual([])
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
