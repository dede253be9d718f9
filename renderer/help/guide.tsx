/// <reference types="vite/client" />
import { Button, Text, TextInput, Title } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import guide from '../../docs/guide.md?raw'
import { say } from '../../shared/words/say.ts'
import { guideBlocks, type Block, type Span } from './guide-blocks.ts'
import classes from './help.module.css'

interface Section {
  readonly title: string
  readonly id: string
  readonly blocks: readonly Block[]
}

/** The guide, with its sections beside it and a search through them. */
export function Guide() {
  const sections = useMemo(() => sectionsOf(guideBlocks(guide)), [])
  const [search, setSearch] = useState('')
  const found = sections.filter((section) => hasWords(section, search))
  const text = useRef<HTMLDivElement>(null)
  const show = (id: string) => text.current?.querySelector(`#${id}`)?.scrollIntoView({ block: 'start' })
  return (
    <div className={classes.guide}>
      <nav className={classes.sections} aria-label={say('help.sections')}>
        <TextInput
          data-autofocus
          type="search"
          size="sm"
          mb="xs"
          aria-label={say('help.search')}
          placeholder={say('help.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {found.map(({ title, id }) => (
          <Button
            key={id}
            className={classes.section}
            variant="subtle"
            size="sm"
            fullWidth
            justify="flex-start"
            onClick={() => show(id)}
          >
            {title}
          </Button>
        ))}
      </nav>
      {/* What scrolls is reached by keyboard, too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.text} ref={text} tabIndex={0} role="region" aria-label={say('help.guide')}>
        {found.length === 0 && <Text role="status">{say('help.not_found')}</Text>}
        {found.map(({ title, id, blocks }) => (
          <section key={id} aria-labelledby={id}>
            <Title order={2} size="h4" id={id} className={classes.title}>
              {title}
            </Title>
            {blocks.map((block, place) => (
              // The guide never changes while it is open.
              // eslint-disable-next-line react/no-array-index-key
              <Shown key={place} block={block} />
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

function Shown({ block }: { readonly block: Block }) {
  if (block.kind === 'title') return null
  if (block.kind === 'words') {
    return (
      <Text size="sm" className={classes.words}>
        <Spans spans={block.spans} />
      </Text>
    )
  }
  const Kind = block.numbered ? 'ol' : 'ul'
  return (
    <Kind className={classes.list}>
      {block.items.map(({ spans, depth }, place) => (
        // eslint-disable-next-line react/no-array-index-key
        <li key={place} data-depth={depth}>
          <Spans spans={spans} />
        </li>
      ))}
    </Kind>
  )
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(({ kind, text }, place) => {
    // eslint-disable-next-line react/no-array-index-key
    if (kind === 'strong') return <strong key={place}>{text}</strong>
    // eslint-disable-next-line react/no-array-index-key
    return kind === 'code' ? <code key={place}>{text}</code> : <span key={place}>{text}</span>
  })
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { title: string; id: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'title') sections.push({ title: block.text, id: block.id, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections
}

function hasWords({ title, blocks }: Section, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const text = `${title} ${blocks.map(textOf).join(' ')}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

function textOf(block: Block): string {
  const words = (spans: readonly Span[]) => spans.map(({ text }) => text).join('')
  switch (block.kind) {
    case 'title':
      return block.text
    case 'words':
      return words(block.spans)
    case 'list':
      return block.items.map(({ spans }) => words(spans)).join(' ')
  }
}
