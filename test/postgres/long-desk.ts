import { postingDesk, postUntil } from './desks.ts'

/** A desk as a process of its own: posts for so long, and says each posting that was acknowledged on a line. */
const [folder = '', address = '', name = '', milliseconds = '0'] = process.argv.slice(2)
const desk = await postingDesk(folder, address)
const end = Date.now() + Number(milliseconds)
const said = (line: readonly (string | number)[]) => process.stdout.write(`${JSON.stringify(line)}\n`)
for (let count = 0; Date.now() < end; count++) {
  const { done, open, times } = await postUntil(desk, `${name}-${count}`, (posted) => posted >= 1)
  for (const id of done) said(['done', id, times[0] ?? 0])
  for (const id of open) said(['open', id])
}
await desk.application.close()
