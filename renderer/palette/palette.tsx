import { Spotlight, useSpotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { FailureNotice } from '../ui/failure-notice.tsx'
import type { Command } from './commands.ts'
import { Keys } from './keys.tsx'
import { closePalette, paletteStore } from './palette-door.ts'
import { usePaletteItems, type PaletteGroup, type PaletteItem } from './palette-items.ts'
import classes from './palette.module.css'
import { say } from '../../shared/words/say.ts'

const LIST_ID = 'palette-results'
const optionId = (place: number) => `${LIST_ID}-${place}`

/** The command palette: customers, packages, invoices and actions by a few letters, chosen with the keyboard. */
export function Palette({ commands }: { commands: readonly Command[] }) {
  return (
    <Spotlight.Root
      store={paletteStore}
      shortcut={null}
      size={640}
      yOffset={72}
      padding={0}
      returnFocus={false}
      closeOnActionTrigger={false}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      transitionProps={{ duration: 80, transition: 'fade' }}
      onSpotlightClose={closePalette}
      attributes={{ content: { 'aria-label': say('palette.findOrDo') } }}
    >
      <PaletteContent commands={commands} />
    </Spotlight.Root>
  )
}

/** What is chosen: the library moves an index; here it is kept inside of the list, which changes as one types. */
function useChosen(count: number): number {
  const { selected } = useSpotlight(paletteStore)
  const chosen = count === 0 ? -1 : Math.min(Math.max(selected, 0), count - 1)
  useEffect(() => {
    if (selected !== chosen) paletteStore.updateState((state) => ({ ...state, selected: chosen }))
  }, [selected, chosen])
  return chosen
}

function PaletteContent({ commands }: { commands: readonly Command[] }) {
  const { query } = useSpotlight(paletteStore)
  const { groups, behind, error } = usePaletteItems(query, commands)
  const items = groups.flatMap((group) => group.items)
  const chosen = useChosen(items.length)
  const entered = useRef(false)
  const choose = (item: PaletteItem) => {
    closePalette()
    item.run()
  }
  useEffect(() => {
    paletteStore.updateState((state) => ({ ...state, listId: LIST_ID }))
  }, [])
  useEffect(() => {
    // Enter was pressed before the answer was there: it means the first of what came.
    const [first] = items
    if (behind || !entered.current) return
    entered.current = false
    if (first) choose(first)
  })
  return (
    <>
      <Spotlight.Search
        role="combobox"
        aria-label={say('palette.findOrDo')}
        aria-expanded={items.length > 0}
        aria-autocomplete="list"
        aria-controls={LIST_ID}
        {...(chosen >= 0 ? { 'aria-activedescendant': optionId(chosen) } : {})}
        placeholder={say('palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden="true" />}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={() => (entered.current = false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && behind && !event.nativeEvent.isComposing) entered.current = true
        }}
      />
      <div id={LIST_ID} role="listbox" aria-label={say('palette.results')} aria-busy={behind} className={classes.list}>
        <Results groups={groups} chosen={chosen} behind={behind} onChoose={choose} />
      </div>
      {error !== null && <FailureNotice thrown={error} />}
      {items.length === 0 && error === null && (
        <p role="status" className={classes.empty}>
          {behind ? say('palette.searching') : say('palette.nothingFits')}
        </p>
      )}
    </>
  )
}

interface ResultsProps {
  readonly groups: readonly PaletteGroup[]
  readonly chosen: number
  /** nothing can be chosen from what answers other words than those written */
  readonly behind: boolean
  readonly onChoose: (item: PaletteItem) => void
}

function Results({ groups, chosen, behind, onChoose }: ResultsProps) {
  const places = new Map(groups.flatMap(({ items }) => items).map(({ id }, place) => [id, place]))
  return groups.map(({ kind, name, items }) => (
    <div key={kind} role="group" aria-label={name}>
      <div className={classes.group} aria-hidden="true">
        {name}
      </div>
      {items.map((item) => {
        const place = places.get(item.id) ?? -1
        const selectable = !behind || kind === 'actions'
        return (
          <button
            key={item.id}
            type="button"
            id={optionId(place)}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            className={classes.option}
            data-action
            data-selected={(place === chosen && selectable) || undefined}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
          >
            <span className={classes.label}>{item.label}</span>
            <span className={classes.detail}>{item.detail}</span>
            {item.keys.length > 0 && (
              <span className={classes.keys} aria-hidden="true">
                <Keys keys={item.keys} />
              </span>
            )}
          </button>
        )
      })}
    </div>
  ))
}
