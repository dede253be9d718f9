import { say } from '../../../shared/words/say.ts'
import classes from './import.module.css'

/** The first rows of a file as they are, one click away: what stands above the names is seen, too. */
export function RawRows({ rows, written }: { rows: readonly (readonly string[])[]; written: string }) {
  if (rows.length === 0) return null
  // Rows of a head are short: their borders end where those of the lines end.
  const width = Math.max(...rows.map((cells) => cells.length))
  return (
    <details className={classes.more}>
      <summary>{say('payment_import.raw')}</summary>
      <p className={classes.written}>{written}</p>
      {/* Wide files scroll to the side, also by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.raw} tabIndex={0} role="region" aria-label={say('payment_import.raw_table')}>
        <table>
          <tbody>
            {rows.map((cells, place) => (
              <tr key={place}>
                <th scope="row">{place + 1}</th>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column}>{cells[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
