/** A piece of a line of the guide. */
export interface Span {
  readonly kind: 'plain' | 'strong' | 'code'
  readonly text: string
}

export interface Item {
  readonly spans: readonly Span[]
  /** how far it stands in: 0 for what hangs on nothing */
  readonly depth: number
}

export type Block =
  | { readonly kind: 'title'; readonly id: string; readonly text: string }
  | { readonly kind: 'words'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly Item[] }

const ITEM = /^(\s*)(?:-|(\d+)\.) (.*)$/
const PICTURE = /^!\[[^\]]*\]\([^)]*\)$/
const LINK = /\[([^\]]+)\]\([^)]+\)/g

/**
 * The guide as blocks: titles of sections, paragraphs and lists. Its first title is the dialog's, and its pictures are
 * what the person has before the eyes. The window leaves itself nowhere: of a link its words stay.
 */
export function guideBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  for (const part of markdown.split(/\n\s*\n/)) {
    const text = part.trim()
    if (text === '' || text.startsWith('# ') || PICTURE.test(text)) continue
    if (text.startsWith('## ')) {
      const title = text.slice(3)
      blocks.push({ kind: 'title', id: `guide-${blocks.length}`, text: title })
    } else if (ITEM.test(part.split('\n')[0] ?? '')) blocks.push(listOf(part))
    else blocks.push({ kind: 'words', spans: spansOf(text.replaceAll('\n', ' ')) })
  }
  return blocks
}

function listOf(part: string): Block {
  const items: Item[] = []
  let numbered = false
  for (const line of part.split('\n')) {
    const [, space = '', number, words] = ITEM.exec(line) ?? []
    if (words === undefined) {
      // A line that goes on with the item before it.
      const last = items.pop()
      if (last) items.push({ ...last, spans: [...last.spans, ...spansOf(` ${line.trim()}`)] })
      continue
    }
    numbered ||= number !== undefined
    items.push({ spans: spansOf(words), depth: Math.floor(space.length / 2) })
  }
  return { kind: 'list', numbered, items }
}

function spansOf(text: string): Span[] {
  const spans: Span[] = []
  for (const piece of text.replace(LINK, '$1').split(/(\*\*[^*]+\*\*|`[^`]+`)/)) {
    if (piece === '') continue
    if (piece.startsWith('**')) spans.push({ kind: 'strong', text: piece.slice(2, -2) })
    else if (piece.startsWith('`')) spans.push({ kind: 'code', text: piece.slice(1, -1) })
    else spans.push({ kind: 'plain', text: piece })
  }
  return spans
}
