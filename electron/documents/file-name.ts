/** A name for a file that every system takes: its parts, and an ending. */
export function fileName(parts: readonly string[], ending: string): string {
  return `${parts.map(safe).join('_')}.${ending}`
}

/** Letters of any script, digits, dots and dashes; whatever else a folder might take for a path becomes a dash. */
function safe(text: string): string {
  return (
    text
      .replaceAll(/[^\p{L}\p{M}\p{N}.-]+/gu, '-')
      .replaceAll(/^[.-]+|[.-]+$/g, '')
      .slice(0, 60) || 'x'
  )
}
