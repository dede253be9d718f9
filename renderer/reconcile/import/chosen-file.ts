import { useRef, useState } from 'react'
import { CallFailure } from '../../api/call-failure.ts'
import { readFile } from '../../settings/chosen-files.ts'
import type { Chosen } from '../reconcile-queries.ts'

/** As the contract has it; said before the file is read, and not after. */
const LARGEST_BYTES = 30_000_000

/** Counted over all dialogs: what was found out about another file is never shown for this one. */
let choices = 0

/** The file that was chosen last, read whole; or why it could not be read. */
export function useChosenFile() {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [unreadable, setUnreadable] = useState<CallFailure | null>(null)
  const latest = useRef(0)
  const choose = async (file: File) => {
    const mine = (choices += 1)
    latest.current = mine
    setUnreadable(null)
    setChosen(null)
    try {
      if (file.size > LARGEST_BYTES) throw tooLarge(file.name)
      const read = await readFile(file)
      // Another file may have been chosen while this one was read.
      if (mine === latest.current) setChosen({ number: mine, file: read })
    } catch (thrown) {
      if (mine === latest.current) setUnreadable(thrown instanceof CallFailure ? thrown : notRead(file.name))
    }
  }
  return { chosen, unreadable, choose: (file: File) => void choose(file) }
}

function tooLarge(name: string): CallFailure {
  return new CallFailure({
    code: 'invalid_input',
    message: `${name} is larger than 30 MB, so it was not read.`,
    remedy: 'Export fewer days at once, and import the files one after the other.',
  })
}

function notRead(name: string): CallFailure {
  return new CallFailure({
    code: 'invalid_input',
    message: `${name} could not be read.`,
    remedy: 'It may have been moved or be open in another program. Choose the file again.',
  })
}
