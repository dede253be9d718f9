import type { LowRow } from '../../../shared/contract/policies.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Paper } from '../../ui/paper.tsx'
import { useSchool } from '../../ui/school.tsx'
import { useToday } from '../../ui/today.ts'
import { lowWords } from './low-words.ts'

/** The call list on paper, with room to note what the customer said. */
export function CallListPaper({ rows, onDone }: { rows: readonly LowRow[]; onDone: () => void }) {
  const school = useSchool()
  const today = useToday()
  return (
    <Paper title="Call list" onDone={onDone}>
      <h1>Call list</h1>
      <p>
        Packages running low on <BusinessDay date={today} />
      </p>
      <table>
        <thead>
          <tr>
            <th>Customer</th>
            <th>Phone and email</th>
            <th>Package</th>
            <th>Running low</th>
            <th>Said</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ref}>
              <td>
                {row.customerName} ({row.customerNumber})
              </td>
              <td>
                {row.phone} {row.email}
              </td>
              <td>
                {row.packageName} ({row.ref})
              </td>
              <td>{row.reasons.map((reason) => lowWords(reason, school)).join('; ')}</td>
              <td>________________</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  )
}
