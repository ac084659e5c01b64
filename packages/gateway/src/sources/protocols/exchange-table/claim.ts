import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { idOf, orderOf } from './layout.ts'
import type { ClaimRequest } from './requests.ts'
import { layoutOf, needed, type TableUse } from './use.ts'
import { conditions, inState } from './where.ts'
import { all, any, columnName, list, tableName } from './wording.ts'

/**
 * Marks rows that have not been sent with a token of ours and the end of a lease, in one statement, and reads what bears the
 * token. Together they are one transaction: who dies in between holds nothing; who dies later, until the lease ends.
 */
export async function claim(use: TableUse, request: ClaimRequest) {
  const { session, columns, database } = use
  const { table, size = 20, leaseSeconds = 300 } = request
  const layout = layoutOf(use, table)
  const flag = needed(layout.flag, table, 'flag')
  const shared = needed(layout.claim, table, 'claim')
  const [token, until] = [columnName(shared.token), columnName(shared.until)]
  const mine = randomUUID()
  const order = list(orderOf(layout).map(columnName))
  const isFree = any([sql`${until} is null`, sql`${until} < ${database.wording.later(0)}`])
  const marking = database.wording.claim({
    table: tableName(table),
    set: sql`${token} = ${mine}, ${until} = ${database.wording.later(leaseSeconds)}`,
    where: all([inState(columns, flag, 'NOT_SENT'), isFree, conditions(columns, request.where)]),
    order,
    id: idOf(layout).map(columnName),
    size,
  })
  const rows = await session.transaction(async () => {
    const marked = await session.change(marking)
    if (marked === 0) return []
    return session.rows(sql`select * from ${tableName(table)} where ${token} = ${mine} order by ${order}`)
  })
  return { token: mine, rows }
}
