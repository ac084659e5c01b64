import { describe, expect, it } from 'vitest'
import { exchangeTable } from './exchange-table.ts'
import { mysql } from './mysql/mysql.ts'
import { postgres } from './postgres/postgres.ts'

const database = mysql({ url: 'mysql://exchange@127.0.0.1:3306/pre' })
const key = ['ORGBUSNO', 'PROJID']

const refused = (attempt: () => unknown, path: string, fix: RegExp) => {
  expect(attempt).toThrow(
    expect.objectContaining({ code: 'TB_CONFIG_INVALID', params: expect.objectContaining({ path }) }),
  )
  expect(attempt).toThrow(fix)
}

describe('the address of a database', () => {
  it.each([[''], [undefined], ['10.0.0.8/pre'], ['https://10.0.0.8/pre'], ['postgres://10.0.0.8/pre']])(
    'is none of MySQL: %j',
    // the types of a source file would refuse undefined, but not what an environment lacks
    (url) => refused(() => mysql({ url: url as string }), 'mysql.url', /mysql:\/\/user@host/),
  )

  it.each([[''], [undefined], ['10.0.0.8/pre'], ['mysql://10.0.0.8/pre']])('is none of PostgreSQL: %j', (url) =>
    // as above
    refused(() => postgres({ url: url as string }), 'postgres.url', /postgres:\/\/user@host/),
  )

  it('may be written in each of the usual ways', () => {
    expect(mysql({ url: 'mysql://a:b%40c@10.0.0.8/pre' }).kind).toBe('mysql')
    expect(postgres({ url: 'postgresql://a@10.0.0.8:5432/pre?application_name=x' }).kind).toBe('postgres')
  })
})

describe('the layout of an exchange table', () => {
  it.each<[string, object, string, RegExp]>([
    ['no key', { T: { key: [] } }, 'T.key', /at least one column/],
    ['an absent key', { T: {} }, 'T.key', /list of columns/],
    ['a misspelt field', { T: { key, verison: 'V' } }, 'T.verison', /did you mean "version"/],
    ['a column that is none', { T: { key: ['A`B'] } }, 'T.key[0]', /without quotes/],
    ['an empty column', { T: { key, version: '' } }, 'T.version', /name a column/],
    [
      'fewer columns of a returned row than of the key',
      { T: { key, returns: [{ table: 'R', key: ['A'], reason: 'WHY' }] } },
      'T.returns[0].key',
      /name 2 columns/,
    ],
    ['an empty name', { '': { key } }, '[""]', /name of a table/],
    ['a name with a quote', { "T'": { key } }, '["T\'"]', /name of a table/],
    ['three parts', { 'a.b.c': { key } }, '["a.b.c"]', /schema\.table/],
  ])('is refused with %s', (_what, tables, path, fix) => {
    const joined = path.startsWith('[') ? path : `.${path}`
    // what a file without types writes
    refused(() => exchangeTable({ database, tables: tables as never }), `exchangeTable.tables${joined}`, fix)
  })

  it('is refused without a database', () => {
    // as above
    refused(() => exchangeTable({ database: undefined as never }), 'exchangeTable.database', /use mysql/)
  })

  it('may have a schema, a dollar sign and Chinese names', () => {
    const tables = { 'pre.T$1': { key: ['办件编号'], flag: { column: 'F', values: { NOT_SENT: [null, '0'] } } } }
    expect(exchangeTable({ database, tables }).kind).toBe('exchange-table-mysql')
  })
})
