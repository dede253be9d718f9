import { Button, Group, Text } from '@mantine/core'
import type { ServerLook } from '../../shared/contract/place.ts'
import { say } from '../../shared/words/say.ts'
import type { Choose } from './choose.ts'

interface FoundProps {
  readonly look: ServerLook
  /** whether there is a school here that could go along */
  readonly mayMove: boolean
  readonly choose: Choose
  readonly onChoose: (move: boolean) => void
}

/** What was found at a server, and what can be done with it. */
export function FoundServer({ look: { version, encrypted, school, entries }, mayMove, choose, onChoose }: FoundProps) {
  const way = say(encrypted ? 'school_place.encrypted' : 'school_place.not_encrypted')
  const loading = (move: boolean) => choose.isPending && choose.variables.move === move
  const isThere = school !== null || entries > 0
  return (
    <section aria-label={say('school_place.look')}>
      <Text size="sm" role="status" component="p">
        {say('school_place.found', { version, way })}{' '}
        {isThere
          ? say('school_place.found_school', { school: school ?? '', entries })
          : say('school_place.found_nothing')}
      </Text>
      <Text size="sm" c="dimmed" mt="xs" component="p">
        {!isThere && mayMove && `${say('school_place.move_words')} `}
        {say('school_place.goes_on')}
      </Text>
      <Group mt="sm">
        {!isThere && mayMove && (
          <Button loading={loading(true)} disabled={choose.isPending} onClick={() => onChoose(true)}>
            {say('school_place.move_there')}
          </Button>
        )}
        <Button
          variant={isThere ? 'filled' : 'default'}
          loading={loading(false)}
          disabled={choose.isPending}
          onClick={() => onChoose(false)}
        >
          {say(isThere ? 'school_place.work_there' : 'school_place.begin_there')}
        </Button>
      </Group>
    </section>
  )
}
