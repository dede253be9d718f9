import { expect, it, vi } from 'vitest'
import { applicationMenu } from '../../electron/shell/menu.ts'

it.each(['darwin', 'linux', 'win32'] as const)('the menu on %s has Help, which opens it in the window', (platform) => {
  const help = vi.fn<() => void>()
  const menu = applicationMenu(platform, true, help)
  const [guide] = (menu.find(({ role }) => role === 'help')?.submenu ?? []) as { label: string; click: () => void }[]
  guide?.click()
  expect(guide?.label).toBe('Guide and diagnostics')
  expect(help).toHaveBeenCalledOnce()
  expect(JSON.stringify(menu)).not.toContain('toggleDevTools')
})
