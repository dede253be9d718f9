import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import landed from './landed-migrations.json' with { type: 'json' }
import { projectFiles, textOf } from './project-files.ts'

describe('a migration that has landed', () => {
  it('is never edited: a change is a new migration, recorded here by its SHA-256', () => {
    const present = projectFiles.filter((path) => /^migrations\/\d{4}-.*\.ts$/.test(path))
    const hashes = Object.fromEntries(
      present.map((path) => [path, createHash('sha256').update(textOf(path)).digest('hex')]),
    )
    // Where this differs for an old migration, put the migration back; for a new one, add its line to the record.
    expect(hashes).toEqual(landed)
  })
})
