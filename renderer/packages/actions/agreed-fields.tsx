import { Group } from '@mantine/core'
import type { BusinessDate } from '../../../shared/dates.ts'
import { say } from '../../../shared/words/say.ts'
import { DayField } from '../../ui/fields/day-field.tsx'
import { TypedField } from './amount-field.tsx'

/** What is agreed at a sale. */
export interface Agreed {
  /** as it is typed; empty: the list price */
  readonly price: string
  /** null: as many months after the sale as the package says */
  readonly end: BusinessDate | null
}

interface AgreedFieldsProps {
  readonly agreed: Agreed
  readonly onAgreed: (agreed: Agreed) => void
  readonly problemOf: (field: 'price' | 'end') => string | null
}

/** The fields for an agreed price and last valid day. */
export function AgreedFields({ agreed, onAgreed, problemOf }: AgreedFieldsProps) {
  return (
    <Group grow align="flex-start">
      <TypedField
        label={say('package_life.agreedPrice')}
        description={say('package_life.agreedPriceHint')}
        value={agreed.price}
        onChange={(price) => onAgreed({ ...agreed, price })}
        error={problemOf('price')}
      />
      <DayField
        label={say('package_life.lastValidDay')}
        description={say('package_life.lastValidDayHint')}
        value={agreed.end}
        onChange={(end) => onAgreed({ ...agreed, end })}
        error={problemOf('end')}
      />
    </Group>
  )
}
