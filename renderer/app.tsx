import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { makeQueryClient } from './api/query-client.ts'
import { styleNonce } from './content-security.ts'
import { Entrance } from './entrance.tsx'
import { Help } from './help/help.tsx'
import { SessionProvider } from './sign-in/session.tsx'
import { colorSchemes, cssVariables, theme } from './ui/theme.ts'

/** The whole window: theme, data, session, and then whichever screen is due. */
export function App() {
  const [queryClient] = useState(makeQueryClient)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-center" containerWidth="100%" />
      <QueryClientProvider client={queryClient}>
        <SessionProvider>
          <Entrance />
          <Help />
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
