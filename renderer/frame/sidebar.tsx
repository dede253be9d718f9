import { IconPackages, IconReceipt2, IconSettings, IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Permission } from '../../shared/permissions.ts'
import { usePermission, useUser } from '../sign-in/session.tsx'
import { Mark } from '../ui/mark.tsx'
import { useSchool } from '../ui/school.tsx'
import classes from './frame.module.css'
import { addressOf, type Screen } from '../ui/route.ts'
import { UserMenu } from './user-menu.tsx'
import { say } from '../../shared/words/say.ts'

/** The school, the links, and at the foot who is signed in. In a narrow window it becomes a rail. */
export function Sidebar({ screen }: { screen: Screen }) {
  const school = useSchool()
  const { role, customer, permissions } = useUser()
  const isStaff = permissions.includes('View All Student Enrollments') || permissions.includes('Access Billing Tab')
  const isCustomer = role === 'customer' && (customer !== null || !isStaff)
  return (
    <nav className={classes.sidebar} aria-label={say('frame.main')}>
      <div className={classes.school} title={school.name}>
        <Mark />
        <div className={classes.schoolName}>
          {school.name}
          {school.demonstration && <span className={classes.demonstration}>{say('frame.demonstration')}</span>}
        </div>
      </div>
      <div className={classes.links}>
        {isCustomer ? (
          <NavigationLink to={screen} open={screen} icon={<IconPackages size={20} stroke={1.6} aria-hidden="true" />}>
            {say('frame.myPackages')}
          </NavigationLink>
        ) : (
          <StaffLinks screen={screen} />
        )}
      </div>
      <UserMenu />
    </nav>
  )
}

/** Each opens a tab of Settings. */
const SETTINGS: readonly Permission[] = ['Manage Settings', 'Manage Packages', 'Manage Users']

function StaffLinks({ screen }: { screen: Screen }) {
  const { permissions } = useUser()
  const maySeeSettings = SETTINGS.some((permission) => permissions.includes(permission))
  const maySeeCustomers = usePermission('View All Student Enrollments')
  const maySeeBilling = usePermission('Access Billing Tab')
  return (
    <>
      {maySeeBilling && (
        <NavigationLink to="billing" open={screen} icon={<IconReceipt2 size={20} stroke={1.6} aria-hidden="true" />}>
          {say('frame.billing')}
        </NavigationLink>
      )}
      <NavigationLink to="customers" open={screen} icon={<IconUsers size={20} stroke={1.6} aria-hidden="true" />}>
        {maySeeCustomers ? say('frame.customers') : say('frame.myStudents')}
      </NavigationLink>
      {maySeeSettings && (
        <NavigationLink to="settings" open={screen} icon={<IconSettings size={20} stroke={1.6} aria-hidden="true" />}>
          {say('frame.settings')}
        </NavigationLink>
      )}
    </>
  )
}

function NavigationLink(props: { to: Screen; open: Screen; icon: ReactNode; children: string }) {
  return (
    <a
      href={addressOf(props.to)}
      className={classes.link}
      {...(props.to === props.open ? { 'aria-current': 'page' as const } : {})}
    >
      {props.icon}
      {props.children}
    </a>
  )
}
