import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { endSession } from '../api/session-token.ts'
import { say } from '../../shared/words/say.ts'
import { OtherBackups } from '../trouble/other-backups.tsx'
import { RestorePreview } from '../trouble/restore-preview.tsx'
import { OF_THIS_COMPUTER } from '../trouble/size-and-age.ts'
import { FrontPage } from './front-page.tsx'
import classes from './front-page.module.css'

/** Puts a backup into an empty Blocktime: a new computer, or one that lost its data. */
export function RestoreAtStart({ onBack }: { readonly onBack: () => void }) {
  const [file, setFile] = useState<string | null>(null)
  const queryClient = useQueryClient()
  return (
    <FrontPage width="wide" title={say('sign_in.restore_a_backup')} lead={say('sign_in.restore_lead')}>
      {file === null ? (
        <>
          <OtherBackups onChoose={setFile} />
          <Button variant="default" mt="md" onClick={onBack}>
            {say('sign_in.back')}
          </Button>
        </>
      ) : (
        <section className={classes.panel} aria-label={say('backups.restore')}>
          <RestorePreview
            file={file}
            by="trouble"
            clock={OF_THIS_COMPUTER}
            onBack={() => setFile(null)}
            onRestored={() => {
              endSession({ notice: say('backups.restored'), more: say('trouble.restored_more') })
              void queryClient.invalidateQueries({ queryKey: ['start'] })
            }}
          />
        </section>
      )}
    </FrontPage>
  )
}
