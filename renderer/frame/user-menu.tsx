import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSelector, IconSun } from '@tabler/icons-react'
import { ROLE_NAMES } from '../../shared/permissions.ts'
import { useSession, useUser } from '../sign-in/session.tsx'
import classes from './frame.module.css'

const SCHEMES = [
  { value: 'light', label: 'Light', Icon: IconSun },
  { value: 'dark', label: 'Dark', Icon: IconMoon },
  { value: 'auto', label: 'As the system', Icon: IconDeviceDesktop },
] as const satisfies readonly { value: MantineColorScheme; label: string; Icon: typeof IconSun }[]

/** Who is signed in, how the window looks, and the way out. */
export function UserMenu() {
  const user = useUser()
  const { signOut } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="top-start" width={220} shadow="md" withinPortal={false}>
      <Menu.Target>
        <button type="button" className={classes.user} aria-label={`${user.name}, ${ROLE_NAMES[user.role]}`}>
          <span className={classes.initials} aria-hidden="true">
            {initials(user.name)}
          </span>
          <span className={classes.userWords}>
            <span className={classes.userName}>{user.name}</span>
            <span className={classes.userRole}>{ROLE_NAMES[user.role]}</span>
          </span>
          <IconSelector className={classes.userArrow} size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}, {ROLE_NAMES[user.role]}
        </Menu.Label>
        <Menu.Divider />
        <Menu.RadioGroup value={colorScheme} onChange={(chosen) => setColorScheme(schemeOf(chosen))}>
          {SCHEMES.map(({ value, label, Icon }) => (
            <Menu.RadioItem key={value} value={value}>
              <span className={classes.scheme}>
                <Icon size={16} stroke={1.6} aria-hidden="true" />
                {label}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>
          <span className={classes.scheme}>
            <IconLogout size={16} stroke={1.6} aria-hidden="true" />
            Sign out
          </span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function schemeOf(chosen: string): MantineColorScheme {
  return SCHEMES.find(({ value }) => value === chosen)?.value ?? 'auto'
}

/** At most two letters for the round mark: first and last word of a name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
