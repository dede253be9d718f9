import { Button, FileButton, Group, Input, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Logo } from '../../../shared/contract/policies.ts'
import { say } from '../../../shared/words/say.ts'
import { call } from '../../api/call.ts'
import { failureOf } from '../../api/call-failure.ts'
import { LOGO_KEY, logoAddress, useLogo } from '../../ui/logo.ts'
import { useDone } from '../../ui/places.ts'
import classes from '../settings.module.css'
import { pictureForPaper } from './picture-for-paper.ts'

/** The school's logo, as it stands on statements, invoices and receipts. */
export function LogoField() {
  const { logo } = useLogo()
  const change = useChange()
  return (
    <Input.Wrapper
      label={say('settings.logo')}
      labelElement="div"
      description={say('settings.on_statements_invoices_and_receipts_a')}
      error={change.isError ? problemOf(change.error) : null}
    >
      <Group gap="sm" mt={6}>
        {logo ? (
          <img className={classes.logo} src={logoAddress(logo)} alt={say('settings.the_schools_logo')} />
        ) : (
          <Text size="sm" c="dimmed">
            {say('settings.no_logo')}
          </Text>
        )}
        <FileButton
          accept="image/png,image/jpeg,image/svg+xml"
          onChange={(file) => file && change.mutate(file)}
          inputProps={{ 'aria-label': say('settings.picture_of_the_logo') }}
        >
          {(props) => (
            <Button {...props} variant="default" size="sm" loading={change.isPending}>
              {logo ? say('settings.change_the_logo') : say('settings.choose_a_logo')}
            </Button>
          )}
        </FileButton>
        {logo && (
          <Button variant="subtle" size="sm" onClick={() => change.mutate(null)} disabled={change.isPending}>
            {say('settings.remove_the_logo')}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  )
}

function problemOf(thrown: unknown): string {
  const { message, remedy } = failureOf(thrown)
  return remedy ? `${message} ${remedy}` : message
}

function useChange() {
  const queryClient = useQueryClient()
  const tell = useDone()
  return useMutation({
    mutationFn: async (file: File | null) => {
      const logo: Logo | null = file && { content: await pictureForPaper(file) }
      await call('school.setLogo', { logo })
      return logo
    },
    onSuccess: (logo) => {
      queryClient.setQueryData(LOGO_KEY, { logo })
      tell({
        sentence: logo ? say('settings.the_logo_is_saved') : say('settings.the_logo_is_removed'),
        show: null,
        undo: null,
      })
    },
  })
}
