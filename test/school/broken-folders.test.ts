import { businessDate } from '../../shared/dates.ts'
import { describe, expect, it } from 'vitest'
import { schoolBalances } from '../../electron/reports/packages/school-balances.ts'
import { kestrelFiles } from '../fixtures/kestrel.ts'
import { emptySchool, importFiles } from '../temporary-school.ts'

const HEADER = 'date,user,action,ref,customer,package,code,quantity,amount,method,status,to,note\n'

/** Imports the example school with some files changed; answers the errors as file, row. */
async function refusal(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const database = await emptySchool()
  const result = await importFiles(database, { ...kestrelFiles(), ...files })
  expect(await database.read((db) => db.selectFrom('school').selectAll().execute())).toEqual([])
  expect(await database.read((db) => db.selectFrom('entries').select('number').execute())).toEqual([])
  expect(result.outcome).toBe('refused')
  const errors = result.outcome === 'refused' ? result.errors : []
  for (const { message } of errors) expect(message).toMatch(/\.$/)
  return errors.map(({ file, row }) => `${file} ${row}`)
}

function activity(...rows: string[]): Record<string, string> {
  return { 'activity.csv': `${HEADER}${rows.join('\n')}\n` }
}

const ADDED = '2026-01-05,desk,add_to_package,CP-1,C-001,PPL,,,,,,,'

describe('an import is all or nothing: a bad row changes nothing and names file and row', () => {
  it.each([
    ['a date that the calendar does not have', '2026-02-30,desk,add_to_package,CP-2,C-001,PPL,,,,,,,'],
    ['a date in another form', '30.01.2026,desk,add_to_package,CP-2,C-001,PPL,,,,,,,'],
    ['an unknown user', '2026-01-05,nobody,add_to_package,CP-2,C-002,PPL,,,,,,,'],
    ['an unknown action', '2026-01-05,desk,give_away,CP-2,C-002,PPL,,,,,,,'],
    ['an unknown customer', '2026-01-05,desk,add_to_package,CP-2,C-999,PPL,,,,,,,'],
    ['an empty reference', '2026-01-05,desk,add_to_package,,C-002,PPL,,,,,,,'],
    ['an amount with a comma', '2026-01-05,desk,package_payment,P-1,,CP-1,,,"1,00",card,,,'],
    ['an amount with too many decimals', '2026-01-05,desk,package_payment,P-1,,CP-1,,,1.001,card,,,'],
    ['a negative amount', '2026-01-05,desk,package_payment,P-1,,CP-1,,,-1.00,card,,,'],
    ['NaN', '2026-01-05,desk,package_payment,P-1,,CP-1,,,NaN,card,,,'],
    ['1e309', '2026-01-05,desk,package_payment,P-1,,CP-1,,,1e309,card,,,'],
    ['a number beyond exact integers', '2026-01-05,desk,package_payment,P-1,,CP-1,,,99999999999999999999,card,,,'],
    ['an unknown tender', '2026-01-05,desk,package_payment,P-1,,CP-1,,,1.00,gold,,,'],
    ['an unknown status', '2026-01-05,desk,package_payment,P-1,,CP-1,,,1.00,card,maybe,,'],
    ['a column that the action does not use', '2026-01-05,desk,package_refund,R-1,,CP-1,,,1.00,card,failed,,'],
    ['a quantity with three decimals', '2026-01-05,desk,invoice,I-1,C-001,CP-1,C172S,1.005,,,,,'],
    ['a quantity of 0', '2026-01-05,desk,invoice,I-1,C-001,CP-1,C172S,0,,,,,'],
    ['a ragged row', '2026-01-05,desk,invoice,I-1,C-001'],
    ['a control character', '2026-01-05,desk,add_to_package,CP-2,C-002,PPL,,,,,,,a\u0000b'],
    ['a reference that stands twice', '2026-01-05,desk,add_to_package,CP-1,C-002,PPL,,,,,,,'],
    ['a refusal of the rules', '2026-01-05,desk,package_payment,P-1,,CP-1,,,99999.00,card,,,'],
    ['a void without a reason', '2026-01-05,desk,invoice_void,I-1,,,,,,,,,'],
  ])('%s', async (_, row) => {
    expect(await refusal(activity(ADDED, row))).toEqual(['activity.csv 3'])
  })

  it('reports every error, the rest as if the bad row were not there', async () => {
    const errors = await refusal(
      activity(
        '2026-01-05,desk,add_to_package,CP-1,C-999,PPL,,,,,,,',
        '2026-01-05,desk,package_payment,P-1,,CP-1,,,1.00,card,,,',
        '2026-01-05,desk,add_to_package,CP-1,C-001,PPL,,,,,,,',
        '2026-01-05,desk,package_payment,P-1,,CP-1,,,1.00,card,,,',
        '2026-01-05,desk,package_payment,P-1,,CP-1,,,1.00,card,,,',
      ),
    )
    expect(errors).toEqual(['activity.csv 2', 'activity.csv 3', 'activity.csv 6'])
  })

  it('reports an invoice at its first row, once', async () => {
    const errors = await refusal(
      activity(
        ADDED,
        '2026-01-06,desk,invoice,I-1,C-001,CP-1,C172S,1.00,,,,,',
        '2026-01-06,desk,invoice,I-1,C-001,CP-1,NOPE,1.00,,,,,',
        '2026-01-06,desk,invoice,I-1,C-001,CP-1,DUAL,x,,,,,',
        '2026-01-06,desk,invoice_payment,I-1,,,,,,package,,,',
      ),
    )
    expect(errors).toEqual(['activity.csv 3', 'activity.csv 6'])
  })

  it('counts blank lines, as a spreadsheet does', async () => {
    expect(
      await refusal({
        'activity.csv': `${HEADER}${ADDED}\n\n\n2026-02-30,desk,add_to_package,CP-2,C-002,PPL,,,,,,,\n`,
      }),
    ).toEqual(['activity.csv 5'])
  })

  it.each([
    [
      'an unknown column',
      { 'customers.csv': 'number,name,mail\nC-001,Ann,a@b\n', 'activity.csv': HEADER },
      ['customers.csv 1'],
    ],
    ['a missing column', { 'customers.csv': 'number,email\nC-001,a@b\n', 'activity.csv': HEADER }, ['customers.csv 1']],
    [
      'a column twice',
      { 'customers.csv': 'number,name,name\nC-001,a,b\n', 'activity.csv': HEADER },
      ['customers.csv 1'],
    ],
    [
      'a code twice',
      { 'customers.csv': 'number,name\nC-001,Ann\nC-001,Ben\n', 'activity.csv': HEADER },
      ['customers.csv 3'],
    ],
    [
      'a file that is not UTF-8',
      { 'customers.csv': Uint8Array.from([0x6e, 0xff, 0xfe]), 'activity.csv': HEADER },
      ['customers.csv null'],
    ],
    [
      'a quotation mark out of place',
      { 'customers.csv': 'number,name\nC-001,Ann "x" y\n', 'activity.csv': HEADER },
      ['customers.csv 2'],
    ],
    [
      'a field of a megabyte',
      { 'customers.csv': `number,name\nC-001,${'x'.repeat(1_000_000)}\n`, 'activity.csv': HEADER },
      ['customers.csv 2'],
    ],
    [
      'a school without its row',
      { 'school.csv': 'name,currency,time_zone,locale\n', 'activity.csv': HEADER },
      ['school.csv null'],
    ],
    [
      'a currency that there is not',
      { 'school.csv': 'name,currency,time_zone,locale\nA,ZZZ,America/Denver,en-US\n' },
      ['school.csv 2'],
    ],
    [
      'a time zone that there is not',
      { 'school.csv': 'name,currency,time_zone,locale\nA,USD,Mars/Olympus,en-US\n' },
      ['school.csv 2'],
    ],
    [
      'a rate with five decimals',
      {
        'items.csv': 'code,name,kind,price,tax_percent\nX,X,product,1.00001,0\n',
        'activity.csv': HEADER,
        'package_lines.csv': 'package,code,quantity,rate\n',
      },
      ['items.csv 2'],
    ],
    [
      'a code of an hour type and an item',
      {
        'items.csv': 'code,name,kind,price,tax_percent\nDUAL,X,product,1.00,0\n',
        'activity.csv': HEADER,
        'package_lines.csv': 'package,code,quantity,rate\n',
      },
      ['items.csv 2'],
    ],
    [
      'a code twice in a package',
      { 'package_lines.csv': 'package,code,quantity,rate\nPPL,DUAL,1,1\nPPL,DUAL,2,1\n', 'activity.csv': HEADER },
      ['package_lines.csv 3'],
    ],
    [
      'a role that there is not',
      { 'users.csv': 'username,name,role\nx,X,boss\n', 'activity.csv': HEADER },
      ['users.csv 2'],
    ],
  ])('%s', async (_, files, errors) => {
    expect(await refusal(files)).toEqual(errors)
  })
})

describe('an import into a school that has data', () => {
  it('adds to it: a longer activity.csv brings in what is new', async () => {
    const database = await emptySchool()
    const files = kestrelFiles()
    const lines = (files['activity.csv'] ?? '').split('\n')
    await importFiles(database, { ...files, 'activity.csv': lines.slice(0, 20).join('\n') })
    expect(await importFiles(database, files)).toMatchObject({
      outcome: 'imported',
      changed: true,
      alreadyThere: { customers: 6 },
    })
    const balances = await database.read((db) =>
      schoolBalances(db, { asOf: null, customer: null, today: businessDate('2026-02-01') }),
    )
    expect(balances.packages).toHaveLength(8)
  })

  it('takes the terms of the folder where the school was only just created', async () => {
    const database = await emptySchool()
    await importFiles(database, { 'school.csv': 'name,currency,time_zone,locale\nMine,EUR,Europe/Berlin,de-DE\n' })
    expect(await importFiles(database, kestrelFiles())).toMatchObject({ outcome: 'imported', imported: { school: 1 } })
    const row = await database.read((db) => db.selectFrom('school').selectAll().executeTakeFirst())
    expect(row).toMatchObject({ name: 'Kestrel Flight Academy', currency: 'USD', minor_digits: 2 })
    const other = { 'school.csv': 'name,currency,time_zone,locale\nMine,EUR,Europe/Berlin,de-DE\n' }
    expect(await importFiles(database, other)).toMatchObject({
      outcome: 'refused',
      errors: [{ file: 'school.csv', row: 2 }],
    })
  })

  it('refuses a reference that exists with other content', async () => {
    const database = await emptySchool()
    await importFiles(database, kestrelFiles())
    const again = activity('2026-01-05,desk,package_payment,PAY-1,,CP-1001,,,5000.01,card,,,deposit')
    expect(await importFiles(database, again)).toMatchObject({
      outcome: 'refused',
      errors: [{ file: 'activity.csv', row: 2 }],
    })
    const renamed = { 'customers.csv': 'number,name,email,phone\nC-001,Somebody Else,amelia@example.test,555-0101\n' }
    expect(await importFiles(database, renamed)).toMatchObject({
      outcome: 'refused',
      errors: [{ file: 'customers.csv', row: 2 }],
    })
  })

  it('keeps a payment that came twice as two, and knows both again', async () => {
    const twice = activity(
      '2026-01-05,desk,invoice,I-1,C-001,,SIM,2.00,,,,,',
      '2026-01-05,desk,invoice_payment,I-1,,,,,50.00,cash,,,',
      '2026-01-05,desk,invoice_payment,I-1,,,,,50.00,cash,,,',
    )
    const database = await emptySchool()
    expect(await importFiles(database, { ...kestrelFiles(), ...twice })).toMatchObject({ imported: { activity: 3 } })
    expect(await importFiles(database, { ...kestrelFiles(), ...twice })).toMatchObject({
      changed: false,
      alreadyThere: { activity: 3 },
    })
  })
})

describe('hostile text is imported as plain text', () => {
  it.each(['=1+1', '@cmd', '\u202eevil', "'=1", 'Ünï, "Quoted"', '  spaces  ', 'line\nbreak'])('%j', async (name) => {
    const database = await emptySchool()
    const quoted = `"${name.replaceAll('"', '""')}"`
    const result = await importFiles(database, { 'customers.csv': `\ufeffnumber,name\r\nC-1,${quoted}\r\n` })
    expect(result).toMatchObject({ outcome: 'imported', imported: { customers: 1 } })
    const row = await database.read((db) => db.selectFrom('customers').select('name').executeTakeFirst())
    expect(row?.name).toBe(name === "'=1" ? '=1' : name)
  })
})

describe('a file of which no row can be read', () => {
  it.each([
    ['customers.csv', 'number;name\nC-001;Amelia Osei\n'],
    ['users.csv', 'username,name,rank\ndesk,Desk,front_desk\n'],
    ['hour_types.csv', new Uint8Array([0xff, 0xfe, 0x41])],
    ['packages.csv', 'code,name,active,colour\nPPL,Private,yes,red\n'],
  ])('%s is named once, and not again for every row that rests on it', async (file, content) => {
    const errors = await refusal({ [file]: content })
    expect(errors.map((error) => error.split(' ')[0])).toEqual([file])
  })

  it('leaves the other mistakes of the files that rest on it', async () => {
    const late = '2026-02-30,desk,add_to_package,CP-2,C-001,PPL,,,,,,,'
    const errors = await refusal({ 'customers.csv': 'number;name\nC-001;Amelia Osei\n', ...activity(ADDED, late) })
    expect(errors).toEqual(['customers.csv 1', 'activity.csv 3'])
  })
})
