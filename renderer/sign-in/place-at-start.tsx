import { Button } from '@mantine/core'
import { say } from '../../shared/words/say.ts'
import { PlacePanel } from '../place/place-panel.tsx'
import { FrontPage } from './front-page.tsx'
import classes from './front-page.module.css'

/** Leads a desk without a school to one on a server, or back. */
export function PlaceAtStart({ onBack }: { readonly onBack: () => void }) {
  return (
    <FrontPage width="wide" title={say('school_place.at_start')} lead={say('school_place.at_start_words')}>
      <section className={classes.panel} aria-label={say('school_place.tab')}>
        <PlacePanel by="trouble" />
      </section>
      <Button variant="default" mt="md" onClick={onBack}>
        {say('sign_in.back')}
      </Button>
    </FrontPage>
  )
}
