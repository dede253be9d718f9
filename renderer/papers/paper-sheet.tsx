import type { Paper, PaperPart } from '../../shared/contract/paper.ts'
import './paper-sheet.css'

/** A paper as it stands in its PDF, without the school’s head: for the printer and for its preview. */
export function PaperSheet({ paper }: { paper: Paper }) {
  return (
    <div className="sheet" lang={paper.locale}>
      <div className="sheet-to">
        <strong>{paper.to.name}</strong>
        {paper.to.lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      <h1>{paper.heading}</h1>
      <dl>
        {paper.facts.map(({ label, value }) => (
          <div key={label} className="sheet-fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {paper.parts.map((part, place) => (
        // Parts have no other name than their place.
        // oxlint-disable-next-line no-array-index-key
        <Part key={place} part={part} />
      ))}
    </div>
  )
}

function Part({ part }: { part: PaperPart }) {
  switch (part.kind) {
    case 'heading':
      return (
        <>
          <h2>{part.text}</h2>
          {part.about !== '' && <p className="sheet-quiet">{part.about}</p>}
        </>
      )
    case 'title':
      return <h3>{part.text}</h3>
    case 'figures':
      return (
        <dl className="sheet-figures">
          {part.items.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <Table part={part} />
    case 'sums':
      return (
        <dl className="sheet-sums">
          {part.rows.map(({ label, value, bold }) => (
            <div key={label} className={bold ? 'sheet-bold' : undefined}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'text':
      return <p className={part.quiet ? 'sheet-quiet' : undefined}>{part.text}</p>
  }
}

function Table({ part: { columns, rows } }: { part: Extract<PaperPart, { kind: 'table' }> }) {
  const classOf = (place: number) => (columns[place]?.align === 'end' ? 'number' : undefined)
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ header }, place) => (
            <th key={header} className={classOf(place)}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, bold, joined }, place) => (
          // Two rows may be alike in everything but their place.
          // oxlint-disable-next-line no-array-index-key
          <tr key={place} className={[bold ? 'sheet-bold' : '', joined ? 'sheet-joined' : ''].join(' ')}>
            {cells.map((cell, column) => (
              <td key={columns[column]?.header} className={classOf(column)}>
                <bdi>{cell}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
