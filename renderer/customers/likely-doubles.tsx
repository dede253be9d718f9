import { Alert, Button, Group } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Customer } from '../../shared/contract/customers.ts'
import { say } from '../../shared/words/say.ts'
import { call } from '../api/call.ts'
import { usePlaces } from '../ui/places.ts'

const PAUSE_MS = 250

interface LikelyDoublesProps {
  readonly typed: Pick<Customer, 'name' | 'email' | 'phone'>
  /** before one of them is opened */
  readonly onLeave: () => void
}

/** Points out, while a new customer is typed, who may be the same person already. */
export function LikelyDoubles({ typed, onLeave }: LikelyDoublesProps) {
  const { open } = usePlaces()
  const [{ name, email, phone }] = useDebouncedValue(typed, PAUSE_MS)
  const like = useQuery({
    queryKey: ['customers', 'like', name, email, phone],
    queryFn: () => call('customers.like', { name, email, phone }),
    enabled: name.trim() !== '' || email.trim() !== '' || phone.trim() !== '',
  })
  const rows = like.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Alert role="status" variant="default" title={say('customers.likelyDouble')}>
      <Group gap="xs">
        {rows.map((row) => (
          <Button
            key={row.number}
            variant="default"
            size="compact-sm"
            onClick={() => {
              onLeave()
              open({ of: 'customer', number: row.number })
            }}
          >
            {say('invoice_form.customer', row)}
          </Button>
        ))}
      </Group>
    </Alert>
  )
}
