import { Title } from '@mantine/core'
import type { BroughtStudent } from '../../../shared/contract/bring-over.ts'
import { dateText } from '../../../shared/date-text.ts'
import { moneyText } from '../../../shared/money-text.ts'
import { quantityText } from '../../../shared/quantity.ts'
import { say } from '../../../shared/words/say.ts'
import { useSchool } from '../../ui/school.tsx'
import classes from './bring-over.module.css'

/** Every student's balance as it will be. */
export function BroughtStudents({ students }: { students: readonly BroughtStudent[] }) {
  if (students.length === 0) return null
  return (
    <>
      <Title order={3} size="h5" mt={20}>
        {say('bring_over.students', { count: students.length })}
      </Title>
      <ul className={classes.students} aria-label={say('bring_over.students', { count: students.length })}>
        {students.map((student) => (
          <Student key={`${student.number} ${student.name}`} student={student} />
        ))}
      </ul>
    </>
  )
}

function Student({ student }: { student: BroughtStudent }) {
  const school = useSchool()
  const { number, name, isNew, account, packages } = student
  return (
    <li>
      <strong>{name}</strong>{' '}
      <span className={classes.quiet}>
        {number} {isNew && say('bring_over.isNew')}{' '}
        {account !== null && say('bring_over.accountIs', { amount: moneyText(account, school) })}
      </span>
      {packages.map((pack) => (
        <div key={pack.ref} className={classes.package}>
          {pack.packageName} {say('bring_over.addedOn', { day: dateText(pack.added, school.locale) })}
          {pack.end !== null && `, ${say('bring_over.endsOn', { day: dateText(pack.end, school.locale) })}`}:{' '}
          {say('bring_over.moneyIs', {
            paid: moneyText(pack.paid, school),
            price: moneyText(pack.price, school),
            owed: moneyText(pack.owed, school),
            funds: moneyText(pack.funds, school),
          })}
          <div className={classes.quiet}>
            {pack.lines
              .map((line) =>
                say('bring_over.lineIs', {
                  name: line.name,
                  left: quantityText(line.left),
                  included: quantityText(line.included),
                }),
              )
              .join(' · ')}
          </div>
        </div>
      ))}
    </li>
  )
}
