/** A rate or percent as people type it, as the plain decimal that the engine reads: "1,5" is "1.5". */
export function typedRate(text: string): string {
  const typed = text.trim().replace(/[\s\u00a0\u202f'’$€£]/g, '')
  const comma = typed.lastIndexOf(',')
  const point = typed.lastIndexOf('.')
  if (comma === -1) return typed
  if (point === -1) return typed.replace(',', '.')
  return comma > point ? typed.replaceAll('.', '').replace(',', '.') : typed.replaceAll(',', '')
}
