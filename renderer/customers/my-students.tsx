import { Title } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useUser } from '../sign-in/session.tsx'
import { addressOf } from '../ui/route.ts'
import { StateMessage } from '../ui/state-message.tsx'
import classes from './customers.module.css'
import { CustomersTable, STUDENT_COLUMNS } from './customers-table.tsx'
import { say } from '../../shared/words/say.ts'

/** The customers whose overviews were given to the person: an instructor's own students, or the members of a family. */
export function MyStudents() {
  const isCustomer = useUser().role === 'customer'
  const mine = useQuery({ queryKey: ['customers', 'mine'], queryFn: () => call('customers.mine', {}) })
  return (
    <div className={classes.screen}>
      <Title order={1} className={classes.title ?? ''}>
        {isCustomer ? say('customers.givenToMe') : say('customers.myStudents')}
      </Title>
      {mine.isError && (
        <div className={classes.problem}>
          <FailureNotice thrown={mine.error} onRetry={() => void mine.refetch()} />
        </div>
      )}
      {mine.data?.rows.length === 0 ? (
        <StateMessage
          icon={<IconUsers size={28} stroke={1.5} />}
          title={isCustomer ? say('customers.noneGiven') : say('customers.noStudents')}
        >
          {isCustomer ? say('customers.noneGivenRemedy') : say('customers.noStudentsRemedy')}
        </StateMessage>
      ) : (
        !mine.isError && (
          <CustomersTable
            columns={STUDENT_COLUMNS}
            rowHeight={65}
            pages={mine.data ? [mine.data] : null}
            more={false}
            onReach={nothingFurther}
            onOpen={({ number }) => {
              window.location.hash = addressOf('customers', number)
            }}
            searched={false}
            question="mine"
          />
        )
      )}
    </div>
  )
}

const nothingFurther = () => undefined
