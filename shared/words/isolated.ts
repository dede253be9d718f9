const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/
const OPENS = /[\u2066-\u2068]/
const CLOSES = '\u2069'
const FIRST_STRONG = '\u2068'

/**
 * A text that holds signs of direction, closed off from what stands around it, so that it cannot turn the words and
 * numbers of a sentence about. Ends that close nothing would close this, and are left out.
 */
export function isolated(text: string): string {
  if (!DIRECTION.test(text)) return text
  let open = 0
  let kept = ''
  for (const sign of text) {
    if (sign === CLOSES && open === 0) continue
    if (sign === CLOSES) open--
    else if (OPENS.test(sign)) open++
    kept += sign
  }
  return `${FIRST_STRONG}${kept}${CLOSES.repeat(open + 1)}`
}
