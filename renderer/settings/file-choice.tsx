import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconFiles, IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import { say } from '../../shared/words/say.ts'
import { csvFiles, sizeText } from './chosen-files.ts'
import classes from './settings.module.css'

interface FileChoiceProps {
  readonly files: readonly File[]
  readonly onChoose: (files: readonly File[]) => void
  readonly disabled: boolean
}

/** React's types do not know `webkitdirectory`; Chromium has had it for long. */
const FOLDER = { webkitdirectory: '', 'aria-label': say('settings.folder_with_csv_files') }

/** A folder, or several CSV files; and which of them will be read. */
export function FileChoice({ files, onChoose, disabled }: FileChoiceProps) {
  const [nothingFound, setNothingFound] = useState(false)
  const take = (chosen: File[]) => {
    const found = csvFiles(chosen)
    setNothingFound(found.length === 0 && chosen.length > 0)
    if (chosen.length > 0) onChoose(found)
  }
  return (
    <div className={classes.choice}>
      <Group gap="sm">
        <FileButton multiple onChange={take} inputProps={FOLDER}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              disabled={disabled}
              leftSection={<IconFolder size={16} stroke={1.6} aria-hidden="true" />}
            >
              {say('settings.choose_a_folder')}
            </Button>
          )}
        </FileButton>
        <FileButton
          multiple
          accept=".csv,text/csv"
          onChange={take}
          inputProps={{ 'aria-label': say('settings.csv_files') }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              disabled={disabled}
              leftSection={<IconFiles size={16} stroke={1.6} aria-hidden="true" />}
            >
              {say('settings.choose_csv_files')}
            </Button>
          )}
        </FileButton>
      </Group>
      {nothingFound && (
        <Text size="sm" role="alert" c="var(--bt-bad)">
          {say('settings.no_csv_file_in_folder')}
        </Text>
      )}
      {files.length > 0 && (
        <ul className={classes.files} aria-label={say('settings.chosen_files')}>
          {files.map((file) => (
            <li key={file.name}>
              {file.name} <span className={classes.quiet}>{sizeText(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
