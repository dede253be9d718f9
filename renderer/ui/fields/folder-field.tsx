import { ActionIcon, TextInput, Tooltip, type TextInputProps } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'

interface FolderFieldProps extends Pick<TextInputProps, 'label' | 'description' | 'placeholder' | 'error' | 'maw'> {
  readonly 'aria-label'?: string
  readonly value: string
  readonly onChange: (folder: string) => void
}

/** A folder of this computer: written, or chosen in the system's dialog where the host of the window has one. */
export function FolderField({ value, onChange, ...shown }: FolderFieldProps) {
  const dialog = useQuery({
    queryKey: ['places', 'dialog'],
    queryFn: () => call('places.dialog', {}),
    staleTime: Infinity,
    retry: false,
  })
  const choose = useMutation({
    mutationFn: () => call('places.choose', { from: value }),
    onSuccess: ({ folder }) => folder !== null && onChange(folder),
  })
  return (
    <TextInput
      {...shown}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={
        dialog.data?.there && (
          <Tooltip label={say('ui.choose_a_folder')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say('ui.choose_a_folder')}
              loading={choose.isPending}
              onClick={() => choose.mutate()}
            >
              <IconFolderOpen size={16} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )
      }
    />
  )
}
