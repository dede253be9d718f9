import { useState } from 'react'

const keyOf = (table: string) => `blocktime-hidden-columns-${table}`

/**
 * The columns of a table that the person has put away, kept on this computer.
 * @param atFirst those that are put away until the person has chosen
 */
export function useHiddenColumns(
  table: string,
  atFirst: ReadonlySet<string>,
): readonly [hidden: ReadonlySet<string>, change: (hidden: ReadonlySet<string>) => void] {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(() => kept(table))
  const change = (to: ReadonlySet<string>) => {
    setChosen(to)
    try {
      localStorage.setItem(keyOf(table), [...to].join(' '))
    } catch {
      // Where it cannot be kept, this window has it all the same.
    }
  }
  return [chosen ?? atFirst, change]
}

function kept(table: string): ReadonlySet<string> | null {
  try {
    const ids = localStorage.getItem(keyOf(table))
    return ids === null ? null : new Set(ids.split(' ').filter((id) => id !== ''))
  } catch {
    return null
  }
}
