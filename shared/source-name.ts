/** The source of a name, whatever its case and blanks; undefined: there is none yet. */
export function sourceCalled<Source extends { readonly name: string }>(
  sources: readonly Source[],
  name: string,
): Source | undefined {
  const wanted = asCompared(name)
  return sources.find((source) => asCompared(source.name) === wanted)
}

function asCompared(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
