import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import { withoutValues } from './failures.ts'

/** A dialect whose errors are safe to log and typed where the database is gone. */
export const guarded = (dialect: Dialect): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createDriver: () => guardedDriver(dialect.createDriver()),
})

async function translated<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw withoutValues(error)
  }
}

/** The driver's own connection behind a guarded one: a driver recognises only its own. */
class GuardedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection

  constructor(inner: DatabaseConnection) {
    this.inner = inner
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return translated(this.inner.executeQuery<Row>(query))
  }

  async *streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    try {
      yield* this.inner.streamQuery<Row>(query, chunkSize)
    } catch (error) {
      throw withoutValues(error)
    }
  }
}

const innerOf = (connection: DatabaseConnection): DatabaseConnection =>
  connection instanceof GuardedConnection ? connection.inner : connection

const guardedDriver = (driver: Driver): Driver => ({
  init: () => translated(driver.init()),
  acquireConnection: async () => new GuardedConnection(await translated(driver.acquireConnection())),
  releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
  beginTransaction: (connection, settings) => translated(driver.beginTransaction(innerOf(connection), settings)),
  commitTransaction: (connection) => translated(driver.commitTransaction(innerOf(connection))),
  rollbackTransaction: (connection) => translated(driver.rollbackTransaction(innerOf(connection))),
  savepoint: async (connection, name, compile) => driver.savepoint?.(innerOf(connection), name, compile),
  rollbackToSavepoint: async (connection, name, compile) =>
    driver.rollbackToSavepoint?.(innerOf(connection), name, compile),
  releaseSavepoint: async (connection, name, compile) => driver.releaseSavepoint?.(innerOf(connection), name, compile),
  destroy: () => driver.destroy(),
})
