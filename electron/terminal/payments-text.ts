import { say } from '../../shared/words/say.ts'
import type { FileJson } from '../reconcile/files/files-json.ts'

/** Files of payments as a person reads them. */
export function filesText(files: readonly FileJson[]): string {
  return files.map(fileText).join('\n\n')
}

function fileText({ file, lines, leftOut, refused, asks }: FileJson): string {
  return [
    say('payment_files.text_file', { file, lines: lines.length, leftOut: leftOut.length }),
    ...lines.map(({ row, date, amount, fee, text, reference }) =>
      `  ${String(row).padStart(6)}  ${date}  ${amount.padStart(12)}  ${fee.padStart(8)}  ${text} ${reference}`.trimEnd(),
    ),
    ...leftOut.map(
      ({ row, reason }) => `  ${String(row).padStart(6)}  ${say('payment_files.text_left_out', { reason })}`,
    ),
    ...refused.map(
      ({ row, message }) => `  ${String(row ?? '').padStart(6)}  ${say('payment_files.text_refused', { message })}`,
    ),
    ...asks.flatMap(({ question, choices }) => [
      `          ${question}`,
      ...choices.map(
        ({ answer, received, paidOut }) =>
          `            ${say('payment_files.text_choice', { answer, received, paidOut })}`,
      ),
    ]),
  ].join('\n')
}
