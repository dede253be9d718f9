import { useState } from 'react'

const keyOf = (table: string) => `blocktime-hidden-columns-${table}`

/** The columns of a table that the person has put away, kept on this computer. */
export function useHiddenColumns(
  table: string,
): readonly [hidden: ReadonlySet<string>, change: (hidden: ReadonlySet<string>) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => kept(table))
  const change = (to: ReadonlySet<string>) => {
    setHidden(to)
    try {
      localStorage.setItem(keyOf(table), [...to].join(' '))
    } catch {
      // Where it cannot be kept, this window has it all the same.
    }
  }
  return [hidden, change]
}

function kept(table: string): ReadonlySet<string> {
  try {
    return new Set((localStorage.getItem(keyOf(table)) ?? '').split(' ').filter((id) => id !== ''))
  } catch {
    return new Set()
  }
}
