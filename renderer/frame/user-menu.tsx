import { Menu } from '@mantine/core'
import {
  IconDeviceDesktop,
  IconKey,
  IconLifebuoy,
  IconLock,
  IconLogout,
  IconMoon,
  IconPassword,
  IconSearch,
  IconSelector,
  IconSun,
} from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { colorSchemeSchema, type ColorScheme } from '../../shared/contract/preferences.ts'
import { ROLE_NAMES } from '../../shared/permissions.ts'
import { openHelp } from '../help/help-door.ts'
import { PALETTE_KEY } from '../palette/commands.ts'
import { Keys } from '../palette/keys.tsx'
import { openPalette } from '../palette/palette-door.ts'
import { useSession, useUser } from '../sign-in/session.tsx'
import { later } from '../ui/later.tsx'
import { LoadedLater } from '../ui/loaded-later.tsx'
import { useColors } from './colors.ts'
import classes from './frame.module.css'
import type { OwnDialog } from './own-dialogs.tsx'
import { say } from '../../shared/words/say.ts'

const SCHEMES = [
  { value: 'light', label: say('frame.light'), Icon: IconSun },
  { value: 'dark', label: say('frame.dark'), Icon: IconMoon },
  { value: 'auto', label: say('frame.auto'), Icon: IconDeviceDesktop },
] as const satisfies readonly { value: ColorScheme; label: string; Icon: typeof IconSun }[]

const OwnDialogs = later(async () => (await import('./own-dialogs.tsx')).OwnDialogs)

/** Who is signed in, how the window looks, and the way out. */
export function UserMenu() {
  const user = useUser()
  const { signOut } = useSession()
  const [open, setOpen] = useState<OwnDialog | null>(null)
  const close = () => {
    setOpen(null)
    button.current?.focus()
  }
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <LoadedLater asked={open !== null}>
        <OwnDialogs open={open} onClose={close} />
      </LoadedLater>
      <Menu position="top-start" width={220} shadow="md" withinPortal={false}>
        <Menu.Target>
          <button
            ref={button}
            type="button"
            className={classes.user}
            aria-label={say('frame.user', { name: user.name, role: ROLE_NAMES[user.role] })}
          >
            <UserWords />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{say('frame.user', { name: user.name, role: ROLE_NAMES[user.role] })}</Menu.Label>
          <Menu.Divider />
          <ColorSchemes />
          <Menu.Divider />
          <Menu.Item onClick={() => openPalette(button.current)} rightSection={<Keys keys={[PALETTE_KEY]} />}>
            <span className={classes.scheme}>
              <IconSearch size={16} stroke={1.6} aria-hidden="true" />
              {say('frame.findOrDo')}
            </span>
          </Menu.Item>
          <OwnAccessItems onOpen={setOpen} />
          <Menu.Item onClick={openHelp} rightSection={<Keys keys={['F1']} />}>
            <span className={classes.scheme}>
              <IconLifebuoy size={16} stroke={1.6} aria-hidden="true" />
              {say('help.menu')}
            </span>
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void signOut()}>
            <span className={classes.scheme}>
              <IconLogout size={16} stroke={1.6} aria-hidden="true" />
              {say('frame.signOut')}
            </span>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** The name and the role of who is signed in. */
function UserWords() {
  const { name, role } = useUser()
  return (
    <>
      <span className={classes.initials} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={classes.userWords}>
        <span className={classes.userName}>{name}</span>
        <span className={classes.userRole}>{ROLE_NAMES[role]}</span>
      </span>
      <IconSelector className={classes.userArrow} size={16} stroke={1.6} aria-hidden="true" />
    </>
  )
}

/** How the window looks. */
function ColorSchemes() {
  const [colorScheme, choose] = useColors()
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(chosen) => choose(colorSchemeSchema.parse(chosen))}>
      {SCHEMES.map(({ value, label, Icon }) => (
        <Menu.RadioItem key={value} value={value}>
          <span className={classes.scheme}>
            <Icon size={16} stroke={1.6} aria-hidden="true" />
            {label}
          </span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

/** Own password, PIN, and locking the desk. */
function OwnAccessItems({ onOpen }: { onOpen: (dialog: 'password' | 'pin') => void }) {
  const { hasPin } = useUser()
  const { lock } = useSession()
  return (
    <>
      <Menu.Divider />
      <Menu.Item onClick={() => onOpen('password')}>
        <span className={classes.scheme}>
          <IconKey size={16} stroke={1.6} aria-hidden="true" />
          {say('own_access.changePassword')}
        </span>
      </Menu.Item>
      <Menu.Item onClick={() => onOpen('pin')}>
        <span className={classes.scheme}>
          <IconPassword size={16} stroke={1.6} aria-hidden="true" />
          {say('own_access.pin')}
        </span>
      </Menu.Item>
      {hasPin && (
        <Menu.Item onClick={() => void lock()}>
          <span className={classes.scheme}>
            <IconLock size={16} stroke={1.6} aria-hidden="true" />
            {say('own_access.lock')}
          </span>
        </Menu.Item>
      )}
    </>
  )
}

/** At most two letters for the round mark: first and last word of a name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
