/** A text that stands in code, and the code before it, whatever line that is on. */
export interface CodeText {
  readonly text: string
  /** in quotation marks; else between tags */
  readonly quoted: boolean
  readonly before: string
}

/** The string literals and the text between tags of a source file, comments left out; `{}` for what is filled in. */
export function textsOf(source: string): CodeText[] {
  const found: CodeText[] = []
  const literal = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}=;]*</g
  for (const { 0: match, index } of source.matchAll(literal)) {
    if (match.startsWith('/')) continue
    const text = match.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, '{}')
    found.push({
      text: text.trim(),
      quoted: !match.startsWith('>'),
      before: source.slice(0, index).trimEnd().slice(-60),
    })
  }
  return found
}

/** Whether it reads as a sentence or a title of several words: a capital first, then words in small letters. */
export function isSentence(text: string): boolean {
  return (
    /^(?:\p{Lu}|\{\} )[\p{L}\d'’(){}-]*(?:,? [\p{L}\d'’"“(){}:,.;%/-]+){2,}/u.test(text) && / \p{Ll}{2,}/u.test(text)
  )
}

/** A word in small letters, with the signs around it. */
const SMALL_WORD = /^[“"(]?\p{Ll}[\p{Ll}’'-]+[.,:;)”"]*$/u
const TITLE = /^\p{Lu}[\p{L}’'-]+ [\p{L}’'-]+$/u
/** "accounts as a": how a query names what it reads. */
const ALIAS = /^\S+ as \S+$/

/** Whether it reads as a part of a sentence, a help text or a title: words in small letters, or two of which one is large. */
export function isPhrase({ text, quoted }: CodeText): boolean {
  if (!quoted || ALIAS.test(text)) return false
  if (TITLE.test(text)) return true
  const parts = text.split(/\s+/)
  return parts.filter((part) => SMALL_WORD.test(part)).length >= 3 && !parts.some((part) => /[=<>$|]/.test(part))
}
