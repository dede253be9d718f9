import { say } from '../../shared/words/say.ts'
import { usePlaces } from '../ui/places.ts'
import classes from './papers.module.css'

/** The way to the receipt of an entry that moved money. */
export function ReceiptLink({ entry }: { entry: number }) {
  const { open } = usePlaces()
  const place = { of: 'paper', paper: { of: 'receipt', entry } } as const
  return (
    <button type="button" className={classes.link} onClick={(event) => open(place, event.currentTarget)}>
      {say('papers.receiptOf')}
    </button>
  )
}
