import type { LowRow } from '../../../shared/contract/policies.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Paper } from '../../ui/paper.tsx'
import { useSchool } from '../../ui/school.tsx'
import { useToday } from '../../ui/fields/today.ts'
import { ValidUntil } from '../valid-until.tsx'
import { lowWords } from './low-words.ts'
import { say } from '../../../shared/words/say.ts'
import { Said } from '../../ui/said.tsx'

/** The call list on paper, with room to note what the customer said. */
export function CallListPaper({ rows, onDone }: { rows: readonly LowRow[]; onDone: () => void }) {
  const school = useSchool()
  const today = useToday()
  return (
    <Paper title={say('packages.callList')} onDone={onDone}>
      <h1>{say('packages.callList')}</h1>
      <p>
        <Said of="packages.callListOf" parts={{ day: <BusinessDay date={today} /> }} />
      </p>
      <table>
        <thead>
          <tr>
            <th>{say('ui.customer')}</th>
            <th>{say('ui.phoneAndEmail')}</th>
            <th>{say('ui.package')}</th>
            <th>{say('ui.runningLow')}</th>
            <th>{say('packages.callListSaid')}</th>
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
                {row.packageName} ({row.ref}) <ValidUntil lastValid={row.lastValid} status="active" />
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
