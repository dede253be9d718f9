import { usePermission } from '../sign-in/session.tsx'
import { useAddressDetail } from '../ui/route.ts'
import { CustomersList } from './customers-list.tsx'
import { MyStudents } from './my-students.tsx'
import { OverviewScreen } from './overview-screen.tsx'

/** The Customers screen: the list, or the overview of the customer whom the address names. */
export function CustomersScreen() {
  const number = useAddressDetail()
  const permitted = usePermission('View All Student Enrollments')
  // Without the permission an overview may still be given: the engine says.
  if (number !== null) return <OverviewScreen key={number} number={number} />
  return permitted ? <CustomersList /> : <MyStudents />
}
