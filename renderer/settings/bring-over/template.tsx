import { Button } from '@mantine/core'
import { say } from '../../../shared/words/say.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useCatalogue } from '../catalogue-queries.ts'

/** A spreadsheet to fill in, with a column for what is left of each hour type and item of this school. */
export function Template() {
  const catalogue = useCatalogue()
  const columns = [
    'Customer number',
    'Customer name',
    'E-mail',
    'Telephone',
    'Package',
    'Added on',
    'Agreed price',
    'Paid',
    'Account',
    ...(catalogue.data?.entries ?? []).map(({ code }) => `${code} left`),
  ]
  const row = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(',')
  return (
    <Button variant="default" onClick={() => saveFile('students.csv', base64(`\ufeff${row}\r\n`), 'text/csv')}>
      {say('bring_over.template')}
    </Button>
  )
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
