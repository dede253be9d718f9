import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { say } from '../../shared/words/say.ts'
import { failureOf } from '../api/call-failure.ts'
import { call } from '../api/call.ts'
import { usePermission } from '../sign-in/session.tsx'
import { useDone } from '../ui/places.ts'
import { saveFile } from '../ui/save-file.ts'

/** For a customer who asks what the school knows: everything that is held of this one, as a file. */
export function AllDataButton({ number }: { number: string }) {
  const tell = useDone()
  const may = [usePermission('Access Billing Tab'), usePermission('View All Student Enrollments')].every(Boolean)
  const taking = useMutation({
    mutationFn: () => call('customers.allData', { number }),
    onSuccess: ({ name, content, mediaType }) => {
      saveFile(name, content, mediaType)
      tell({ sentence: say('person.taken', { number, name }), show: null, undo: null })
    },
    onError: (thrown) => tell({ sentence: failureOf(thrown).message, show: null, undo: null }),
  })
  if (!may) return null
  return (
    <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
      {say('person.take_out')}
    </Button>
  )
}
