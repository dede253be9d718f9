/** Every text in some content, wherever it stands in it: what will be written, without knowing which paper it is for. */
export function* textsWithin(content: unknown): Generator<string> {
  if (typeof content === 'string') yield content
  else if (typeof content === 'object' && content !== null) {
    for (const part of Object.values(content)) yield* textsWithin(part)
  }
}
