import { Button, FileButton, Group, Input, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Logo } from '../../../shared/contract/policies.ts'
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
      label="Logo"
      labelElement="div"
      description="On statements, invoices and receipts: a PNG, JPEG or SVG file"
      error={change.isError ? problemOf(change.error) : null}
    >
      <Group gap="sm" mt={6}>
        {logo ? (
          <img className={classes.logo} src={logoAddress(logo)} alt="The school’s logo" />
        ) : (
          <Text size="sm" c="dimmed">
            No logo
          </Text>
        )}
        <FileButton
          accept="image/png,image/jpeg,image/svg+xml"
          onChange={(file) => file && change.mutate(file)}
          inputProps={{ 'aria-label': 'Picture of the logo' }}
        >
          {(props) => (
            <Button {...props} variant="default" size="sm" loading={change.isPending}>
              {logo ? 'Change the logo' : 'Choose a logo'}
            </Button>
          )}
        </FileButton>
        {logo && (
          <Button variant="subtle" size="sm" onClick={() => change.mutate(null)} disabled={change.isPending}>
            Remove the logo
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
  const say = useDone()
  return useMutation({
    mutationFn: async (file: File | null) => {
      const logo: Logo | null = file && { content: await pictureForPaper(file) }
      await call('school.setLogo', { logo })
      return logo
    },
    onSuccess: (logo) => {
      queryClient.setQueryData(LOGO_KEY, { logo })
      say({ sentence: logo ? 'The logo is saved.' : 'The logo is removed.', show: null, undo: null })
    },
  })
}
