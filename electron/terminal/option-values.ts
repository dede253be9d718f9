import { InvalidArgumentError } from 'commander'
import { parseBusinessDate, type BusinessDate } from '../../shared/dates.ts'
import { say } from '../../shared/words/say.ts'

// What is written behind an option, read exactly; what cannot be is told by its parser's error.

export function folderOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError(say('command_line.name_a_folder'))
  return text
}

export function dateOption(text: string): BusinessDate {
  const date = parseBusinessDate(text)
  if (typeof date === 'object') throw new InvalidArgumentError(`${date.problem}.`)
  return date
}

export function countOption(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 2)
    throw new InvalidArgumentError(say('command_line.write_a_whole_number_from_2_on'))
  return count
}

export function portOption(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError(say('command_line.a_port_is_a_number_from_0_to_65535'))
  return port
}
