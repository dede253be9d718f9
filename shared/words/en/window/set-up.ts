/** The set-up of a school as a list of steps. */
export const set_up = {
  tab: 'Set-up',
  title: 'Setting up the school',
  intro:
    'What Blocktime works with, in the order in which it builds on itself. Leave out what your school has no use for, and come back whenever you like.',
  progress: '{there} of {all} are there.',
  allThere: 'Everything is there.',
  is_there: 'There',
  is_missing: 'Missing',
  is_optional: 'Not there; not every school needs it',
  back: 'Back to the set-up',
  where: 'Setting up the school',
  openSetUp: 'See what is still missing',
  school: 'The school',
  schoolIs: '{name}. Money in {currency}, days of {timeZone}, numbers and dates as in {locale}.',
  noAddress: 'Its address is missing: it stands on invoices and statements.',
  schoolGo: 'Edit the school',
  hourTypes: 'Hour types',
  hourTypesAre:
    '{count, plural, =0 {Aircraft, instruction and whatever else is sold by the hour, each at its standard rate.} one {# hour type.} other {# hour types.}}',
  hourTypesGo: 'Add hour types',
  items: 'Products and services',
  itemsAre:
    '{count, plural, =0 {What is sold by the piece: a kit, a checkride fee.} one {# product or service.} other {# products and services.}}',
  itemsGo: 'Add products and services',
  packages: 'Packages',
  packagesAre:
    '{count, plural, =0 {What students buy ahead: hours and pieces at agreed rates.} one {# package is sold.} other {# packages are sold.}}',
  packagesGo: 'Make packages',
  customers: 'Customers',
  customersAre:
    '{count, plural, =0 {Added one by one here, or all together when students are brought over.} one {# customer.} other {# customers.}}',
  customersGo: 'New customer',
  users: 'Users',
  usersAre:
    '{count, plural, =0 {Nobody works here yet.} =1 {You alone. Add those who work at the desk, and the instructors.} other {# people work here.}}',
  usersWithoutPassword:
    '{count, plural, one {# of them has no password yet and cannot sign in.} other {# of them have no password yet and cannot sign in.}}',
  usersGo: 'Add users',
  bring: 'Students brought over',
  bringAre:
    '{count, plural, =0 {Students in the middle of their training keep what they had in the other system.} one {# balance was brought over.} other {# balances were brought over.}}',
  bringGo: 'Bring over students',
  backups: 'A backup',
  backupIs: 'The last one is of {made}.',
  noBackup: 'There is none yet. Choose a folder on another disk, and make the first.',
  sameDisk: 'It lies on the same disk as the data, and would be lost with it.',
  backupsGo: 'Back up',
  fromFiles: 'The school lies in a folder of CSV files?',
  fromFilesGo: 'Import the folder',
} as const
