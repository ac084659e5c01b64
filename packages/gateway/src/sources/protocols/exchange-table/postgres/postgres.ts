import { PostgresAdapter, PostgresQueryCompiler } from 'kysely'
import { checkOptions, type ShapeOf } from '../../../options/option-mistake.ts'
import { databaseAddress, text } from '../../../options/shapes.ts'
import { strict } from '../../../options/strict.ts'
import type { ExchangeDatabase } from '../database.ts'
import { plainValue, unfit } from '../text.ts'
import { compilerOf } from '../wording.ts'
import { toEucCn } from './euc-cn.ts'
import { isUndone, postgresFailure } from './failures.ts'
import { openPostgres } from './pool.ts'
import { postgresWording } from './wording.ts'

/** A front-end database on PostgreSQL, or on one of its Chinese relatives that speak its protocol. */
export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database` */
  readonly url: string
  /** Verify the server's certificate. @default no TLS: front-end databases stand in the same closed network */
  readonly tls?: { readonly ca?: string }
}

const shape = strict(
  {
    url: databaseAddress(/^postgres(?:ql)?:\/\/\S/, 'postgres://user@host:5432/database'),
    tls: strict({ ca: text }, 'give { ca: … }').optional(),
  } satisfies ShapeOf<PostgresOptions>,
  'give { url: … }',
)

/**
 * A front-end database on PostgreSQL. The server converts character sets, and refuses what it cannot convert.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` for options that cannot be meant
 */
export const postgres = (options: PostgresOptions): ExchangeDatabase => {
  checkOptions('postgres', shape, options)
  return {
    kind: 'postgres',
    compiler: compilerOf(
      () => new PostgresAdapter(),
      () => new PostgresQueryCompiler(),
    ),
    wording: postgresWording,
    open: (limits) => openPostgres(options, limits),
    encode(column, value) {
      const plain = plainValue(column, value)
      if (typeof plain !== 'string') return plain
      if (plain.includes('\0')) throw unfit(column.name, 'a character that the database cannot hold')
      return column.charset === 'EUC_CN' ? toEucCn(plain, column.name) : plain
    },
    failure: postgresFailure,
    isUndone,
  }
}
