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
import { DiagnosticsDialog } from '../help/diagnostics.tsx'
import { PALETTE_KEY } from '../palette/commands.ts'
import { Keys } from '../palette/keys.tsx'
import { openPalette } from '../palette/palette-door.ts'
import { OwnAccessDialog } from '../sign-in/own-access-dialog.tsx'
import { OwnPasswordForm } from '../sign-in/own-password-form.tsx'
import { OwnPinForm } from '../sign-in/own-pin-form.tsx'
import { useSession, useUser } from '../sign-in/session.tsx'
import { useColors } from './colors.ts'
import classes from './frame.module.css'
import { say } from '../../shared/words/say.ts'

const SCHEMES = [
  { value: 'light', label: say('frame.light'), Icon: IconSun },
  { value: 'dark', label: say('frame.dark'), Icon: IconMoon },
  { value: 'auto', label: say('frame.auto'), Icon: IconDeviceDesktop },
] as const satisfies readonly { value: ColorScheme; label: string; Icon: typeof IconSun }[]

type OwnDialog = 'password' | 'pin' | 'diagnostics'

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
      <OwnAccessDialogs open={open} onClose={close} />
      <Menu position="top-start" width={220} shadow="md" withinPortal={false}>
        <Menu.Target>
          <button
            ref={button}
            type="button"
            className={classes.user}
            aria-label={say('frame.user', { name: user.name, role: ROLE_NAMES[user.role] })}
          >
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
          <Menu.Item onClick={() => setOpen('diagnostics')}>
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

/** The dialogs behind the menu's items. */
function OwnAccessDialogs({ open, onClose }: { open: OwnDialog | null; onClose: () => void }) {
  return (
    <>
      <OwnAccessDialog title={say('own_access.changePassword')} opened={open === 'password'} onClose={onClose}>
        <OwnPasswordForm onClose={onClose} />
      </OwnAccessDialog>
      <OwnAccessDialog title={say('own_access.pin')} opened={open === 'pin'} onClose={onClose}>
        <OwnPinForm onClose={onClose} />
      </OwnAccessDialog>
      <DiagnosticsDialog opened={open === 'diagnostics'} onClose={onClose} />
    </>
  )
}

/** At most two letters for the round mark: first and last word of a name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase()
}
