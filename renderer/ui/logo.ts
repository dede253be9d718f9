import { useQuery } from '@tanstack/react-query'
import type { Logo } from '../../shared/contract/policies.ts'
import { call } from '../api/call.ts'

export const LOGO_KEY = ['school', 'logo']

/** The school's logo; null where it has none, or could not be read: a sheet then goes out without it. */
export function useLogo(): { readonly logo: Logo | null; readonly isPending: boolean } {
  const { data, isPending } = useQuery({ queryKey: LOGO_KEY, queryFn: () => call('school.logo', {}) })
  return { logo: data?.logo ?? null, isPending }
}

/** Where the picture is: in the address itself. */
export function logoAddress({ content }: Logo): string {
  return `data:image/jpeg;base64,${content}`
}
