import { Fieldset, TextInput } from '@mantine/core'
import type { Cents } from '../../shared/money.ts'
import { moneyText } from '../../shared/money-text.ts'
import { say } from '../../shared/words/say.ts'
import { useSchool } from '../ui/school.tsx'
import classes from './closing.module.css'
import { countProblem, piecesOf, type Count } from './counted.ts'

interface CashCountFieldsProps {
  readonly denominations: readonly Cents[]
  readonly count: Count
  readonly onCount: (to: Partial<Count>) => void
}

/** How many of each note and coin lie in the drawer, and what lay in it before. */
export function CashCountFields({ denominations, count, onCount }: CashCountFieldsProps) {
  const school = useSchool()
  return (
    <Fieldset legend={say('closing.cash_in_the_drawer')}>
      <div className={classes.pieces}>
        {denominations.map((value) => (
          <TextInput
            key={value}
            label={moneyText(value, school)}
            inputMode="numeric"
            placeholder="0"
            value={count.pieces[value] ?? ''}
            onChange={(event) => onCount({ pieces: { ...count.pieces, [value]: event.currentTarget.value } })}
            error={piecesOf(count.pieces[value] ?? '') === null ? say('closing.write_whole_pieces') : null}
          />
        ))}
        <TextInput
          label={say('closing.float')}
          inputMode="decimal"
          value={count.float}
          onChange={(event) => onCount({ float: event.currentTarget.value })}
          error={countProblem(count.float, school)}
        />
      </div>
    </Fieldset>
  )
}
