import { z } from 'zod'
import { say } from '../../shared/words/say.ts'
import { textTable } from '../documents/text-table.ts'
import { holdsSchool } from '../storage/open-database.ts'
import { Outbox } from '../storage/outbox.ts'
import type { OutboxRow } from '../storage/outbox-tables.ts'
import { noSchool } from './on-school.ts'
import { EXIT, print, type ExitStatus, type Terminal } from './terminal.ts'

const answerSchema = z.object({ ref: z.string(), sentence: z.string() })

/** `outbox`: what this desk recorded without its server, and what became of each; the server is not asked. */
export async function listOutbox(terminal: Terminal): Promise<ExitStatus> {
  const outbox = Outbox.look(terminal.dataFolder)
  if (outbox === null && !holdsSchool(terminal.dataFolder)) return noSchool(terminal)
  try {
    const rows = (outbox?.list(Number.MAX_SAFE_INTEGER) ?? []).map(shown)
    const open = rows.filter(({ state }) => state === 'waiting' || state === 'refused').length
    print(terminal, rows, rows.length === 0 ? say('command_line.outbox_empty') : tableOf(rows))
    return open === 0 ? EXIT.done : EXIT.refused
  } finally {
    outbox?.close()
  }
}

function shown(row: OutboxRow) {
  const { ref, sentence } = answerSchema.parse(JSON.parse(row.answer))
  return {
    number: row.number,
    recordedAt: new Date(row.recorded_at).toISOString(),
    ref,
    sentence,
    customer: row.customer,
    state: row.settled_at === null ? row.state : 'settled',
    reason: row.message,
    note: row.settled_note,
  }
}

function tableOf(rows: readonly ReturnType<typeof shown>[]): string {
  const heads = ['number', 'recorded', 'what', 'customer', 'state', 'reason'] as const
  return textTable(
    heads.map((head) => say(`command_line.outbox_${head}`)),
    rows.map((row) => [
      String(row.number),
      row.recordedAt,
      row.sentence,
      row.customer,
      row.state,
      row.note ?? row.reason ?? '',
    ]),
    [0],
  )
}
