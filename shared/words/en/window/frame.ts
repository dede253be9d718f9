/** The links, the user's menu, and the title of the window. */
export const frame = {
  main: 'Main',
  billing: 'Billing',
  customers: 'Customers',
  settings: 'Settings',
  myPackages: 'My packages',
  myStudents: 'My students',
  windowTitle: '{title} – {school} – Blocktime',
  demonstration: 'Demonstration',
  light: 'Light',
  dark: 'Dark',
  auto: 'As the system',
  user: '{name}, {role}',
  findOrDo: 'Find or do',
  signOut: 'Sign out',
} as const
