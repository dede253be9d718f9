const MOST = 12

/** Where in the program's own code an error came from: files and lines. What the error says may hold what people wrote. */
export function stackPlaces(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const places = stack.matchAll(/^ {4}at .*?([\w.-]+\.(?:m?js|cjs|ts)):(\d+):(\d+)\)?$/gm)
  return [...places].slice(0, MOST).map(([, file, line, column]) => `${file}:${line}:${column}`)
}
