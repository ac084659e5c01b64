import { MysqlAdapter, MysqlQueryCompiler, sql } from 'kysely'
import { z } from 'zod'
import { checkOptions, type ShapeOf } from '../../../options/option-mistake.ts'
import { databaseAddress, text } from '../../../options/shapes.ts'
import { strict } from '../../../options/strict.ts'
import type { ExchangeDatabase } from '../database.ts'
import { encodeGb, plainValue } from '../text.ts'
import { compilerOf } from '../wording.ts'
import { isUndone, mysqlFailure } from './failures.ts'
import { openMysql } from './pool.ts'
import { mysqlWording } from './wording.ts'

/** A front-end database on MySQL or MariaDB. */
export interface MysqlOptions {
  /** `mysql://user:password@host:3306/database` */
  readonly url: string
  /**
   * What columns declared `latin1` really hold: many old front-end databases keep GB bytes in them. Columns declared `gbk`,
   * `utf8` or `utf8mb4` hold what they say.
   *
   * @default 'latin1'
   */
  readonly latin1Holds?: 'latin1' | 'gbk' | 'gb18030'
  /** Verify the server's certificate. @default no TLS: front-end databases stand in the same closed network */
  readonly tls?: { readonly ca?: string }
}

const shape = strict(
  {
    url: databaseAddress(/^(?:mysql|mariadb):\/\/\S/, 'mysql://user@host:3306/database'),
    latin1Holds: z.enum(['latin1', 'gbk', 'gb18030'], "use 'latin1', 'gbk' or 'gb18030'").optional(),
    tls: strict({ ca: text }, 'give { ca: … }').optional(),
  } satisfies ShapeOf<MysqlOptions>,
  'give { url: … }',
)

/** Which GB character set a column holds, if one. */
const gbOf = (charset: string | null, latin1Holds: MysqlOptions['latin1Holds'] = 'latin1') => {
  if (charset === 'latin1') return latin1Holds === 'latin1' ? undefined : latin1Holds
  if (charset === 'gbk' || charset === 'gb2312') return 'gbk' as const
  return charset === 'gb18030' ? charset : undefined
}

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text)

/**
 * A front-end database on MySQL or MariaDB. Text is read by the bytes and the character set of each column, because the server's
 * own conversion replaces what it does not know by question marks.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` for options that cannot be meant
 */
export const mysql = (options: MysqlOptions): ExchangeDatabase => {
  checkOptions('mysql', shape, options)
  return {
    kind: 'mysql',
    compiler: compilerOf(
      () => new MysqlAdapter(),
      () => new MysqlQueryCompiler(),
    ),
    wording: mysqlWording,
    open: (limits) => openMysql(options, limits),
    encode(column, value) {
      const plain = plainValue(column, value)
      const charset = gbOf(column.charset, options.latin1Holds)
      if (charset === undefined || typeof plain !== 'string' || isAscii(plain)) return plain
      // Bytes with the name of their character set are compared and stored as they are, and an index on the column is used.
      return sql`${sql.raw(`_${column.charset}`)} ${encodeGb(plain, charset, column.name)}`
    },
    failure: mysqlFailure,
    isUndone,
  }
}
