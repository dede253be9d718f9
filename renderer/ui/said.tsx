import { Fragment, type ReactNode } from 'react'
import { say, type WordKey, type WordParams } from '../../shared/words/say.ts'

interface SaidProps {
  readonly of: WordKey
  /** what stands in the sentence as something else than plain text: an amount in bold, a date, a link */
  readonly parts: Readonly<Record<string, ReactNode>>
  /** what is filled in as text, and what plurals depend on */
  readonly params?: WordParams
}

/** Stands in the text for a part, by its place; it is in no sentence and on no keyboard. */
const MARK = '\u0001'

/** A whole sentence of the catalogue in which some places are elements: another language may have them elsewhere. */
export function Said({ of, parts, params }: SaidProps) {
  const names = Object.keys(parts)
  const marks = Object.fromEntries(names.map((name, place) => [name, `${MARK}${place}${MARK}`]))
  return say(of, { ...params, ...marks })
    .split(MARK)
    .map((piece, place) => {
      // Between the marks stands the place of a part.
      // A name or an amount in another direction keeps to its own place.
      const content = place % 2 === 0 ? piece : <bdi>{parts[names[Number(piece)] ?? '']}</bdi>
      return <Fragment key={`${place} ${piece}`}>{content}</Fragment>
    })
}
