import type { Command } from 'commander'
import { say } from '../../shared/words/say.ts'

/** Refuses an option with a value that is written twice, in every command: one of the two would be passed over. */
export function refuseTwice(command: Command): void {
  for (const option of command.options) {
    if (!option.required) continue
    let times = 0
    command.on(`option:${option.name()}`, () => {
      times += 1
      if (times > 1) command.error(say('command_line.option_twice', { option: option.flags }))
    })
  }
  command.commands.forEach(refuseTwice)
}
