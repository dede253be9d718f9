/** A text that stands in code, and the code before it, whatever line that is on. */
export interface CodeText {
  readonly text: string
  readonly before: string
}

/** The string literals and the text between tags of a source file, comments left out; `{}` for what is filled in. */
export function textsOf(source: string): CodeText[] {
  const found: CodeText[] = []
  const literal = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}=;]*</g
  for (const { 0: match, index } of source.matchAll(literal)) {
    if (match.startsWith('/')) continue
    const text = match.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, '{}')
    found.push({ text: text.trim(), before: source.slice(0, index).trimEnd().slice(-60) })
  }
  return found
}

/** Whether it reads as a sentence or a title of several words: a capital first, then words in small letters. */
export function isSentence(text: string): boolean {
  return (
    /^(?:\p{Lu}|\{\} )[\p{L}\d'’(){}-]*(?:,? [\p{L}\d'’"“(){}:,.;%/-]+){2,}/u.test(text) && / \p{Ll}{2,}/u.test(text)
  )
}
