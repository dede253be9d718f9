import { Select, Title } from '@mantine/core'
import { MEANINGS, type Meaning, type Meanings, type SheetRead } from '../../../shared/contract/bring-over.ts'
import { say } from '../../../shared/words/say.ts'
import { useCatalogue } from '../catalogue-queries.ts'
import classes from './bring-over.module.css'

/** What each column means, beside its first cells: proposed by its name, changed by a person. */
export function ColumnMeanings({ read, onChange }: { read: SheetRead; onChange: (meanings: Meanings) => void }) {
  const choices = useChoices()
  return (
    <>
      <Title order={3} size="h5" mt={20} mb={8}>
        {say('bring_over.columns')}
      </Title>
      <div className={classes.columns}>
        {read.header.map((title, place) => (
          <div key={`${place} ${title}`} className={classes.column}>
            <Select
              size="xs"
              label={title}
              aria-label={title}
              data={choices}
              searchable
              selectFirstOptionOnChange
              value={valueOf(read.meanings[place] ?? null)}
              onChange={(value) =>
                onChange(
                  read.header.map((_, index) => (index === place ? meaningOf(value) : (read.meanings[index] ?? null))),
                )
              }
            />
            <ol className={classes.cells}>
              {read.firstRows.map((row, index) => (
                // The rows of a file have no other name than their place.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>{row[place] ?? ''}</li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </>
  )
}

const NOT_USED = '-'

function useChoices() {
  const catalogue = useCatalogue()
  const codes = catalogue.data?.entries ?? []
  return [
    { value: NOT_USED, label: say('bring_over.notUsed') },
    ...MEANINGS.map((of) => ({ value: of, label: say(`bring_over.meaning_${of}`) })),
    ...codes.flatMap(({ code, name }) =>
      (['used', 'left', 'included', 'rate'] as const).map((of) => ({
        value: `${of} ${code}`,
        label: say(`bring_over.${of}_of`, { name }),
      })),
    ),
  ]
}

function valueOf(meaning: Meaning | null): string {
  if (!meaning) return NOT_USED
  return meaning.code === null ? meaning.of : `${meaning.of} ${meaning.code}`
}

function meaningOf(value: string | null): Meaning | null {
  const [word = '', ...rest] = (value ?? NOT_USED).split(' ')
  const of = MEANINGS.find((each) => each === word)
  return of ? { of, code: rest.length > 0 ? rest.join(' ') : null } : null
}
