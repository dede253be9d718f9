import { inPartsOf } from '../../../shared/in-parts.ts'

/** So many are asked for in one question: SQLite takes no more than some ten thousand values in one. */
const AT_ONCE = 500

/** Asks for many a part at a time; answers the answers in their order. */
export async function inParts<Item, Row>(items: readonly Item[], ask: (part: Item[]) => Promise<Row>): Promise<Row[]> {
  const answers: Row[] = []
  for (const part of inPartsOf(items, AT_ONCE)) answers.push(await ask(part))
  return answers
}
