/** What somebody started the program for: a command, or its window on a data folder (undefined: the usual one). */
export type AskedFor =
  { readonly kind: 'command' } | { readonly kind: 'window'; readonly dataFolder: string | undefined }

/**
 * Tells a command from a start of the window, with the same reading of `--data` for every host: `--data DIR` and
 * `--data=DIR`, wherever it stands. The value of an option is never taken for a command.
 * @param commands the names of all commands
 */
export function askedFor(words: readonly string[], commands: readonly string[]): AskedFor {
  let dataFolder: string | undefined
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? ''
    if (word === '--help' || word === '-h' || word === '--version' || word === '-V') return { kind: 'command' }
    if (word === '--data') dataFolder = words[++place] ?? ''
    else if (word.startsWith('--data=')) dataFolder = word.slice('--data='.length)
    else if (commands.includes(word)) return { kind: 'command' }
  }
  // A folder that was left out is told so by the command line, rather than guessed.
  return dataFolder?.trim() === '' ? { kind: 'command' } : { kind: 'window', dataFolder }
}

/** Whether a server's address stands where a folder is meant, as `postgres://HOST/DATABASE`. */
export function isAddress(data: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]+:\/\//i.test(data)
}

/** Every value of `--data`, wherever it stands; without any, the folder that is taken then. */
export function dataNamed(words: readonly string[], usual: string): readonly string[] {
  const named = words.flatMap((word, place) =>
    word === '--data' ? (words[place + 1] ?? []) : word.startsWith('--data=') ? word.slice('--data='.length) : [],
  )
  return named.length > 0 ? named : [usual]
}
