import { ActionIcon, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ExportedFile, SpreadsheetFormat } from '../../shared/contract/exports.ts'
import { failureOf } from '../api/call-failure.ts'
import { MENUS_ID } from './menus.ts'
import { useDone } from './places.ts'
import { saveFile } from './save-file.ts'
import { say } from '../../shared/words/say.ts'

const MENU_PLACE = { target: `#${MENUS_ID}` }
const FORMATS: readonly (readonly [SpreadsheetFormat, string])[] = [
  ['csv', say('ui.exportCsv')],
  ['xlsx', say('ui.exportXlsx')],
]

interface ExportMenuProps {
  readonly file: (format: SpreadsheetFormat) => Promise<ExportedFile>
  /** what else can be done with the list as it is shown: menu items */
  readonly children?: ReactNode
}

/** Takes a list out as a file: the rows of the search and the filter that are shown, all of their pages. */
export function ExportMenu({ file, children }: ExportMenuProps) {
  const tell = useDone()
  const taking = useMutation({
    mutationFn: file,
    onSuccess: ({ name, content, mediaType }) => {
      saveFile(name, content, mediaType)
      tell({ sentence: say('ui.exported', { name }), show: null, undo: null })
    },
    onError: (thrown) => tell({ sentence: failureOf(thrown).message, show: null, undo: null }),
  })
  return (
    <Menu position="bottom-end" shadow="md" portalProps={MENU_PLACE}>
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={36}
          ms="auto"
          aria-label={say('ui.export')}
          title={say('ui.export')}
          loading={taking.isPending}
        >
          <IconDownload size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(([format, name]) => (
          <Menu.Item key={format} onClick={() => taking.mutate(format)}>
            {name}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}
