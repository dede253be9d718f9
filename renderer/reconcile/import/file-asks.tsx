import { Alert, Button, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import type { Ask, Mapping } from '../../../shared/contract/reconcile-file.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { say } from '../../../shared/words/say.ts'
import { BusinessDay } from '../../ui/business-day.tsx'
import { Money } from '../../ui/money.tsx'
import { useSchool } from '../../ui/school.tsx'
import classes from './import.module.css'
import { WordByWord } from './word-by-word.tsx'

interface FileAsksProps {
  readonly asks: readonly Ask[]
  readonly onMapping: (mapping: Mapping) => void
}

/** What a file leaves open, with what each answer would come to beside it. Nothing is taken before it is answered. */
export function FileAsks({ asks, onMapping }: FileAsksProps) {
  return (
    <Alert
      role="alert"
      variant="default"
      bg="var(--bt-warn-quiet)"
      icon={<IconHelpCircle size={18} aria-hidden />}
      title={say('payment_import.asks')}
    >
      {asks.map((ask) => (
        <section key={ask.question} aria-label={ask.question} className={classes.ask}>
          <Text size="sm" fw={500}>
            {ask.question}
          </Text>
          <div className={classes.choices}>
            {ask.choices.map((choice) => (
              <AskChoice key={choice.answer} choice={choice} onMapping={onMapping} />
            ))}
          </div>
          {ask.words !== null && <WordByWord asked={ask.words} onMapping={onMapping} />}
        </section>
      ))}
    </Alert>
  )
}

function AskChoice({ choice, onMapping }: { choice: Ask['choices'][number]; onMapping: FileAsksProps['onMapping'] }) {
  const school = useSchool()
  const { answer, mapping, count, received, paidOut, receipts } = choice
  const sums = {
    count,
    received: moneyText(received, school),
    paidOut: moneyText(paidOut, school),
  }
  return (
    <div className={classes.choiceCard}>
      <Text size="sm" fw={500}>
        {answer}
      </Text>
      <Text size="sm">
        {count === 0 ? say('payment_import.no_lines_so') : say('payment_import.would_come_to', sums)}
      </Text>
      <ul className={classes.beside}>
        {receipts.map(({ row, date, amount, name, text }) => (
          <li key={`${row} ${amount}`}>
            <BusinessDay date={date} /> <Money amount={amount} /> <span>{name || text}</span>
          </li>
        ))}
      </ul>
      <Button
        size="xs"
        variant="default"
        aria-label={`${say('payment_import.choose')}: ${answer}`}
        onClick={() => onMapping(mapping)}
      >
        {say('payment_import.choose')}
      </Button>
    </div>
  )
}
