import { resolve } from 'node:path'
import { say } from '../../shared/words/say.ts'
import { moveSchool } from '../school/moving/move.ts'
import { holdsSchool } from '../storage/open-database.ts'
import { leadToServer, serverOf } from '../storage/server-folder.ts'
import { isAddress } from './asked-for.ts'
import { dataPlace } from './data-place.ts'
import { EXIT, print, printFailure, type ExitStatus, type Terminal } from './terminal.ts'
import { readAddress } from '../storage/server-address.ts'

/** `move --to PLACE`: works on closed schools. */
export async function moveTo(terminal: Terminal, place: string): Promise<ExitStatus> {
  const read = isAddress(place) ? readAddress(place) : null
  if (typeof read === 'string') {
    terminal.err(`${say(`command_line.address_${read}`)}\n`)
    return EXIT.wrongUsage
  }
  const from = terminal.dataFolder
  const to = dataPlace(place)
  const shown = serverOf(to) ?? resolve(place)
  if (!holdsSchool(from))
    return printFailure(terminal, {
      code: 'not_found',
      message: say('trouble.no_school', { folder: from }),
      remedy: say('trouble.no_school_remedy'),
    })
  if (from === to || (serverOf(from) !== null && serverOf(from) === serverOf(to)))
    return printFailure(terminal, {
      code: 'wrong_state',
      message: say('command_line.move_same', { place: shown }),
      remedy: say('command_line.move_same_remedy'),
    })
  const moved = await moveSchool({ from, to, shown }, terminal.now())
  if (!moved.ok) return printFailure(terminal, moved.failure)
  const { head, keptAside } = moved.value
  // Whoever starts in the old folder comes to the school where it lies now.
  const address = serverOf(to)
  if (address !== null && serverOf(from) === null) leadToServer(from, address)
  const words = [say('command_line.moved', { place: shown, entries: head?.number ?? 0 })]
  if (keptAside !== null) words.push(say('command_line.moved_kept', { kept: keptAside }))
  print(terminal, { place: shown, head, keptAside }, words.join('\n'))
  return EXIT.done
}
