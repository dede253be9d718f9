import { posix } from 'node:path'
import { parseSync } from 'vite'

/** What one file brings in: a package by its name, a file of the project by its path from the root. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly names: readonly string[]
}

/** Every import of a source text: static, re-exported, dynamic, for its types only, and workers by their address. */
export function importsOf(path: string, text: string): Import[] {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const told = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    names: entries.map(({ importName }) => importName.name ?? '*'),
  }))
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [{ specifier: moduleRequest.value, names: [] }] : [])),
  )
  const late = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  )
  const workers = [...text.matchAll(/new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g)].map((match) => match[1]!)
  const inTypes = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)\s*[.[]/g)].map((match) => match[1]!)
  const others = [...late, ...workers, ...inTypes].map((specifier) => ({ specifier, names: [] as string[] }))
  return [...told, ...passedOn, ...others].map(({ specifier, names }) => ({
    from: path,
    to: target(path, specifier),
    names,
  }))
}

function target(path: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '')
  return bare.startsWith('.') ? posix.join(posix.dirname(path), bare) : bare
}
