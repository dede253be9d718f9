import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { guideBlocks, type Block } from '../../renderer/help/guide-blocks.ts'

const markdown = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'guide.md'), 'utf8')

function wordsOf(block: Block): string {
  if (block.kind === 'title') return block.text
  const spans = block.kind === 'words' ? [block.spans] : block.items.map((item) => item.spans)
  return spans.map((line) => line.map(({ text }) => text).join('')).join('\n')
}

it('the window shows the guide whole: no word of it is lost, and no sign of how it is written is left', () => {
  const blocks = guideBlocks(markdown)
  const shown = blocks.map(wordsOf).join('\n')
  const written = markdown
    .replace(/^# .*$/m, '')
    .replace(/^!\[.*$/gm, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/^(## |\s*- |\s*\d+\. )/gm, '')
    .replaceAll('**', '')
    .replaceAll('`', '')
  expect(shown.split(/\s+/)).toEqual(written.trim().split(/\s+/))
  const plain = blocks.flatMap((block) =>
    block.kind === 'title' ? [] : block.kind === 'words' ? block.spans : block.items.flatMap(({ spans }) => spans),
  )
  for (const { kind, text } of plain) if (kind !== 'code') expect(text).not.toMatch(/\*\*|`|\]\(|^#|^\|/)
  expect(blocks.filter(({ kind }) => kind === 'title').length).toBeGreaterThan(10)
})
