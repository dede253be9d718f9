import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import type { LowRow } from '../../../shared/contract/policies.ts'
import { say } from '../../../shared/words/say.ts'
import { useDone } from '../../ui/places.ts'

/** Takes the e-mail addresses of those to write to out to the mail program, each once. */
export function CopyAddresses({ rows }: { rows: readonly LowRow[] }) {
  const tell = useDone()
  const addresses = [...new Set(rows.flatMap(({ email }) => (email.trim() === '' ? [] : [email.trim()])))]
  if (addresses.length === 0) return null
  const copy = async () => {
    const text = addresses.join(', ')
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    const sentence = copied
      ? say('packages.addressesCopied', { count: addresses.length })
      : say('packages.addressesNotCopied', { addresses: text })
    tell({ sentence, show: null, undo: null })
  }
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconMail size={14} aria-hidden="true" />}
      onClick={() => void copy()}
    >
      {say('packages.addressesCopy')}
    </Button>
  )
}
