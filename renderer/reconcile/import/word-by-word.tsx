import { Button, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import type { Ask, Mapping } from '../../../shared/contract/reconcile-file.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import outcome from '../../packages/actions/outcome-field.module.css'
import { useSchool } from '../../ui/school.tsx'
import classes from './import.module.css'

type Words = NonNullable<Ask['words']>
type Means = Words['words'][number]['means']

interface WordByWordProps {
  readonly asked: Words
  readonly onMapping: (mapping: Mapping) => void
}

/** What each word means, said one by one where none of the whole answers is right. */
export function WordByWord({ asked: { column, mapping, words }, onMapping }: WordByWordProps) {
  const school = useSchool()
  const [said, setSaid] = useState<Readonly<Record<string, Means>>>({})
  const meansOf = ({ value, means }: Words['words'][number]) => said[value] ?? means
  return (
    <details className={classes.more}>
      <summary>{say('payment_import.word_by_word')}</summary>
      <div className={classes.words}>
        {words.map((word) => (
          <div key={word.value} className={classes.word}>
            <Text size="sm">{say('payment_import.word_lines', { ...word, sum: moneyText(word.sum, school) })}</Text>
            <SegmentedControl
              size="xs"
              aria-label={word.label}
              classNames={{ input: outcome.input ?? '' }}
              data={[
                { value: 'in', label: say('payment_import.came_in') },
                { value: 'out', label: say('payment_import.went_out') },
                { value: 'no_payment', label: say('payment_import.is_no_payment') },
              ]}
              value={meansOf(word)}
              onChange={(means) => setSaid({ ...said, [word.value]: means as Means })}
            />
          </div>
        ))}
        <Button
          size="xs"
          variant="default"
          aria-label={say('payment_import.choose_word_by_word')}
          onClick={() =>
            onMapping(
              withMeanings(
                mapping,
                words.map((word) => ({ column, value: word.value, means: meansOf(word) })),
              ),
            )
          }
        >
          {say('payment_import.choose')}
        </Button>
      </div>
    </details>
  )
}

function withMeanings(mapping: Mapping, words: Mapping['words']): Mapping {
  const isSaid = ({ column, value }: Mapping['words'][number]) =>
    words.some((said) => said.column === column && said.value === value)
  return { ...mapping, words: [...mapping.words.filter((word) => !isSaid(word)), ...words] }
}
