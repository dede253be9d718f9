import { describe, expect, it } from 'vitest'
import { broken } from './direction.ts'
import { importsOf } from './imports-of.ts'
import { projectFiles, sourceFiles, textOf } from './project-files.ts'

const scripts = sourceFiles.filter((path) => /\.(tsx?|mjs)$/.test(path))
const imports = scripts.flatMap((path) => importsOf(path, textOf(path)))

describe('imports', () => {
  it('run downwards only', () => {
    expect(scripts.length).toBeGreaterThan(100)
    const wrong = imports.flatMap((each) => {
      const reason = broken(each)
      return reason ? [`${each.from} imports ${each.to}: ${reason}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('name files that are there, with their extension', () => {
    const present = new Set(projectFiles)
    const missing = imports.filter(
      ({ to }) => /^(electron|renderer|shared|migrations|test)\//.test(to) && !present.has(to),
    )
    // Electron's own entries (electron/main, electron/renderer) look like files of ours.
    expect(missing.filter(({ to }) => to.includes('.')).map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  it('make no circle', () => {
    expect(circles()).toEqual([])
  })

  it.each([
    ['electron/billing/a.ts', "import { b } from '../reports/b.ts'"],
    ['electron/billing/a.ts', "import type { B } from '../school/b.ts'"],
    ['electron/billing/a.ts', "export { b } from '../calls/b.ts'"],
    ['electron/billing/a.ts', "const b = await import('../people/b.ts')"],
    ['electron/billing/a.ts', "let b: import('../people/b.ts').B"],
    ['electron/reports/deep/a.ts', "import '../../school/b.ts'"],
    ['electron/ledger/a.ts', "import '../billing/b.ts'"],
    ['electron/storage/a.ts', "import '../ledger/b.ts'"],
    ['electron/calls/a.ts', "import '../browser/b.ts'"],
    ['electron/calls/a.ts', "import '../cli.ts'"],
    ['electron/browser/a.ts', "import '../shell/b.ts'"],
    ['electron/settings/a.ts', "import '../storage/b.ts'"],
    ['electron/ledger/a.ts', "import '../../migrations/index.ts'"],
    ['electron/calls/a.ts', "import { app } from 'electron'"],
    ['electron/browser/a.ts', "import { app } from 'electron/main'"],
    ['electron/shell/a.ts', "import { ipcRenderer } from 'electron'"],
    ['electron/ledger/a.ts', "import Sqlite from 'better-sqlite3'"],
    ['electron/ledger/a.ts', "import '../storage/sqlite/files.ts'"],
    ['electron/calls/a.ts', "import { Button } from '@mantine/core'"],
    ['electron/nowhere/a.ts', "import '../billing/b.ts'"],
    ['electron/preload.ts', "import './calls/b.ts'"],
    ['electron/calls/a.ts', "import '../../renderer/app.tsx'"],
    ['electron/calls/a.ts', "import '../../test/scenario.ts'"],
    ['renderer/a.ts', "import '../electron/billing/b.ts'"],
    ['renderer/a.ts', "import { readFile } from 'node:fs'"],
    ['renderer/a.ts', "import 'electron'"],
    ['shared/a.ts', "import '../renderer/app.tsx'"],
    ['shared/a.ts', "import { useState } from 'react'"],
    ['migrations/a.ts', "import '../shared/money.ts'"],
    ['migrations/a.ts', "import { z } from 'zod'"],
  ])('the check sees %s with %s', (path, text) => {
    expect(importsOf(path, text).map(broken)).toEqual([expect.any(String)])
  })
})

/** Each circle of files once, as the way around it. */
function circles(): string[] {
  const onward = new Map<string, string[]>()
  for (const { from, to } of imports) onward.set(from, [...(onward.get(from) ?? []), to])
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]) => {
    const met = way.indexOf(path)
    if (met >= 0) found.push([...way.slice(met), path].join(' -> '))
    if (met >= 0 || done.has(path)) return
    for (const next of onward.get(path) ?? []) visit(next, [...way, path])
    done.add(path)
  }
  for (const path of onward.keys()) visit(path, [])
  return found
}
