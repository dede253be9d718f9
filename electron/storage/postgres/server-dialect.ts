import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { ServerConnection } from './server-connection.ts'

/** Kysely on one connection, without transactions of its own: they are the work of who holds the connection. */
export function onConnection<Schema>(
  connection: Pick<ServerConnection, 'ask'>,
  plugins: KyselyPlugin[] = [],
): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: dialectOn(connection), plugins })
}

function dialectOn(connection: Pick<ServerConnection, 'ask'>): Dialect {
  const only: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => {
      const { rows, command, rowCount } = await connection.ask({ text: sql, values: parameters })
      const changes = ['INSERT', 'UPDATE', 'DELETE'].includes(command)
      return { rows: rows as Row[], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
    },
    streamQuery: () => {
      throw new Error('nothing is streamed')
    },
  }
  const refuse = async () => {
    throw new Error('transactions are begun by the database')
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => only,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => undefined,
      destroy: async () => undefined,
    }),
  }
}
