import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finishMoves, moveTogether, type Move } from '../../electron/storage/moved-together.ts'
import { clearTemporary, temporaryName } from '../../electron/storage/temporary-files.ts'
import { temporaryFolder } from '../temporary-school.ts'

const MOVES: readonly Move[] = [
  { from: 'school-wal', to: 'kept-wal', replaces: false },
  { from: 'school', to: 'kept', replaces: false },
  { from: 'fresh', to: 'school', replaces: true },
  { from: 'fresh-head', to: 'head', replaces: true },
]
const AFTER = { 'kept-wal': 'old log', kept: 'old', school: 'new', head: 'new head' }

function before(): string {
  const folder = temporaryFolder()
  const files = { 'school-wal': 'old log', school: 'old', fresh: 'new', 'fresh-head': 'new head', head: 'old head' }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

describe('several files take their new names in one step', () => {
  it('all of them', () => {
    const folder = before()
    moveTogether(folder, MOVES)
    expect(contentOf(folder)).toEqual(AFTER)
  })

  it.each([0, 1, 2, 3, 4])('a program that ended after %i of them is finished by the next start', (done) => {
    const folder = before()
    writeFileSync(join(folder, 'moves-under-way.json'), JSON.stringify(MOVES))
    for (const { from, to } of MOVES.slice(0, done)) renameSync(join(folder, from), join(folder, to))
    finishMoves(folder)
    finishMoves(folder)
    expect(contentOf(folder)).toEqual(AFTER)
  })

  it.each(['', '{', '[{"from":"../x","to":"school","replaces":true}]'])('a journal of %j moves nothing', (journal) => {
    const folder = before()
    writeFileSync(join(folder, 'moves-under-way.json'), journal)
    finishMoves(folder)
    expect(contentOf(folder)).toMatchObject({ school: 'old', head: 'old head' })
    expect(existsSync(join(folder, 'kept'))).toBe(false)
  })
})

describe('temporary files', () => {
  it('that a killed program left are cleared; those of work under way and all others stay', () => {
    const folder = temporaryFolder()
    const mine = temporaryName(join(folder, 'school'))
    const left = join(folder, '.school.4194999-0123456789ab.part')
    for (const file of [mine, left, join(folder, 'school'), join(folder, '.hidden')]) writeFileSync(file, '')
    clearTemporary(folder)
    expect(existsSync(left)).toBe(false)
    expect(readdirSync(folder).length).toBe(3)
    clearTemporary(join(folder, 'nowhere'))
  })
})
