import SqliteDatabase, { type Database as Sqlite, type Statement } from 'better-sqlite3'

/** What SQLite was asked while something was at work. */
export interface Asked {
  /** how often each statement ran, and how many rows it gave in all */
  readonly statements: ReadonlyMap<string, { readonly times: number; readonly rows: number }>
}

type Method = 'all' | 'get' | 'run'

/**
 * Runs something and tells every statement that SQLite was asked in this process meanwhile: from below, where no path
 * around it is left.
 */
export async function watched<T>(work: () => Promise<T>): Promise<Asked & { readonly answer: T }> {
  const statements = new Map<string, { times: number; rows: number }>()
  const prototype = statementPrototype()
  const own = { all: prototype.all, get: prototype.get, run: prototype.run }
  for (const method of ['all', 'get', 'run'] as const) {
    prototype[method] = function counted(this: Statement, ...values: unknown[]) {
      const answer: unknown = own[method].apply(this, values as never)
      const known = statements.get(this.source) ?? { times: 0, rows: 0 }
      statements.set(this.source, { times: known.times + 1, rows: known.rows + rowsOf(method, answer) })
      return answer
    } as never
  }
  try {
    return { answer: await work(), statements }
  } finally {
    Object.assign(prototype, own)
  }
}

function rowsOf(method: Method, answer: unknown): number {
  if (method === 'all') return (answer as unknown[]).length
  if (method === 'get') return answer === undefined ? 0 : 1
  return (answer as { changes: number }).changes
}

function statementPrototype(): Pick<Statement, Method> {
  const probe = new SqliteDatabase(':memory:')
  try {
    return Object.getPrototypeOf(probe.prepare('select 1')) as Pick<Statement, Method>
  } finally {
    probe.close()
  }
}

export interface GrowingTables {
  /** tables that grow with the school */
  readonly growing: ReadonlySet<string>
  /** indexes of what is few among much */
  readonly few: ReadonlySet<string>
}

/**
 * The steps of a statement's plan that read a whole table or a whole status of it, of tables that grow with the school.
 * What ends after a page (`limit`) and leaves out nothing on its way but what is rare (`<>`) is none of them.
 */
export function growingSteps(sqlite: Sqlite, source: string, { growing, few }: GrowingTables): string[] {
  // What an insert would search its children for is searched only where a key was broken before it.
  if (!/^\s*(with|select|update|delete)\b/i.test(source)) return []
  const plan = sqlite.prepare(`explain query plan ${source}`)
  const parameters = (source.match(/\?/g) ?? []).map(() => null)
  const steps = (plan.all(...parameters) as { detail: string }[]).map(({ detail }) => detail)
  const names = aliases(source)
  const ends = /\blimit\b/i.test(source) && !steps.some((step) => /TEMP B-TREE FOR (ORDER|GROUP)/.test(step))
  return steps.filter((step) => {
    const [, how, name = ''] = /^(SCAN|SEARCH) (\S+)/.exec(step) ?? []
    if (how === undefined || step.includes('VIRTUAL TABLE') || !growing.has(names.get(name) ?? name)) return false
    if (few.has(/USING (?:COVERING )?INDEX (\S+)/.exec(step)?.[1] ?? '')) return false
    if (how === 'SCAN') return !(ends && !/\bwhere\b(?! \S+ <> \?)/i.test(outermost(source)))
    return /\((status|action|kind)=\?\)/.test(step) && !ends
  })
}

/** A statement without what stands in brackets. */
function outermost(source: string): string {
  const without = source.replace(/\([^()]*\)/g, '')
  return without === source ? source : outermost(without)
}

/** What each alias in a statement stands for. */
function aliases(source: string): Map<string, string> {
  const found = source.matchAll(/(?:from|join|update|into)\s+"?(\w+)"?(?:\s+as\s+"?(\w+)"?)?/gi)
  return new Map([...found].map(([, table = '', alias]) => [alias ?? table, table]))
}
