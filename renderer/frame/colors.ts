import { useMantineColorScheme } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { ColorScheme } from '../../shared/contract/preferences.ts'
import { call } from '../api/call.ts'

const KEY = ['preferences']

/**
 * Shows the window in the colors that the person has chosen once, at whatever computer and in whatever window. What the
 * window itself remembers is for the time before one has signed in.
 */
export function useKeptColors(): void {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const kept = useQuery({ queryKey: KEY, queryFn: () => call('preferences.read', {}), staleTime: Infinity })
  const wanted = kept.data?.colorScheme ?? null
  const show = useEffectEvent((scheme: ColorScheme) => {
    if (scheme !== colorScheme) setColorScheme(scheme)
  })
  useEffect(() => {
    if (wanted !== null) show(wanted)
  }, [wanted])
}

/** The colors of the window, and how the person chooses others: at once here, and kept for the next time. */
export function useColors(): readonly [ColorScheme, (chosen: ColorScheme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const queryClient = useQueryClient()
  const choose = (chosen: ColorScheme) => {
    setColorScheme(chosen)
    queryClient.setQueryData(KEY, { colorScheme: chosen })
    // Where it cannot be kept, this window has it all the same.
    call('preferences.setColorScheme', { colorScheme: chosen }).catch(() => undefined)
  }
  return [colorScheme, choose]
}
