import { useRef, useState } from 'react'
import { say } from '../../../shared/words/say.ts'
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
    message: say('payment_import.too_large', { name }),
    remedy: say('payment_import.too_large_remedy'),
  })
}

function notRead(name: string): CallFailure {
  return new CallFailure({
    code: 'invalid_input',
    message: say('payment_import.not_read', { name }),
    remedy: say('payment_import.not_read_remedy'),
  })
}
