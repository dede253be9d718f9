import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, DummyDriver } from 'kysely'
import { describe, expect, it } from 'vitest'
import { sameMeaning } from '../../electron/storage/postgres/same-meaning.ts'

interface Tables {
  a: { n: number; x: string | null }
  b: { m: number; x: string }
}

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: sameMeaning(new Set(['x'])),
})
const all = db.selectFrom('a').selectAll()
const within = db.selectFrom('b').select('m').where('x', 'in', [])

describe('a query has the meaning on a server that it has in a file', () => {
  it.each([
    ['a list without values holds nothing', all.where('n', 'in', []), / where 1 = 0$/],
    ['and everything is outside of it', all.where('n', 'not in', []), / where 1 = 1$/],
    ['also within another choice', all.where('n', 'in', within), / in \(select "m" from "b" where 1 = 0\)$/],
    [
      'also within alternatives',
      all.where((eb) => eb.or([eb('n', '=', 1), eb('n', 'in', within)])),
      / or "n" in \(select "m" from "b" where 1 = 0\)\)$/,
    ],
    ['also where it joins', all.innerJoin('b', (join) => join.on('b.x', 'in', [])), / on 1 = 0$/],
    ['a list with values stays as it is', all.where('n', 'in', [1, 2]), / where "n" in \(\$1, \$2\)$/],
    ['what may be without a value stands first', all.orderBy('x'), / order by "x" nulls first$/],
    ['or last, the other way round', all.orderBy('x', 'desc'), / order by "x" desc nulls last$/],
    ['what has always one has no such order', all.orderBy('n'), / order by "n"$/],
  ])('%s', (_, query, text) => expect(query.compile().sql).toMatch(text))
})
