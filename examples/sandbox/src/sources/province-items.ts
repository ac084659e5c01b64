import { defineSource, distinctBy, field, inBatches, rest, tif } from '@tongban/gateway'
import { z } from 'zod'
import { agencyRow, changeRow, itemRow } from './province-items/rows.ts'

/** Where the provincial item library is, and who we are there. */
export interface ProvinceItemsOptions {
  readonly url: string
  readonly paasid: string
  readonly token: string
}

const rowsOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: field.list(row) })
const page = rowsOf(itemRow).extend({ total: field.whole, page: field.whole, pages: field.whole })
const changes = rowsOf(changeRow).extend({ next: field.required, has_more: field.flag })
const marks = z.object({ next: field.required, has_more: field.flag })

const items = '/openapi/zwfw/v2/items'
const mostRows = 100
const mostCodes = 50

/** 省级事项库: REST with TIF signatures; pages count from 1; success is the string `200` and nothing else. */
export const provinceItems = ({ url, paasid, token }: ProvinceItemsOptions) =>
  defineSource({
    id: 'province-items',
    title: '省级政务服务事项库',
    covers: { divisions: ['3306'] },
    protocol: rest({
      base: url,
      sign: tif({ paasid, token }),
      envelope: {
        success: { path: 'code', in: ['200'] },
        payload: 'data',
        message: 'msg',
        auth: ['40101', '40102', '40103', '40104'],
        unwell: ['50000'],
      },
    }),
    items: {
      async page({ cursor, size }, call) {
        const query = { page: cursor ?? '1', size: Math.min(size, mostRows) }
        const reply = await call({ operation: 'items.page', safe: true, path: items, query, reply: page })
        const at = reply.page ?? Number(query.page)
        return {
          items: distinctBy(reply.rows, ({ code }) => code),
          next: at < (reply.pages ?? 0) ? String(at + 1) : null,
          total: reply.total,
          rows: reply.rows.length,
        }
      },

      async changes({ since, cursor, size }, call) {
        const ask = <Reply extends z.ZodType>(from: string, rows: number, reply: Reply) =>
          call({
            operation: 'items.changes',
            safe: true,
            path: `${items}/changes`,
            query: { since: from, size: rows },
            reply,
          })
        if (since === null) {
          // The library has no question for its newest mark: walk to the end, reading marks only.
          let mark = await ask('0', mostRows, marks)
          while (mark.has_more) mark = await ask(mark.next, mostRows, marks)
          return { changed: [], removed: [], next: null, mark: mark.next }
        }
        const reply = await ask(cursor ?? since, Math.min(size, mostRows), changes)
        const latest = distinctBy(reply.rows, ({ code }) => code)
        return {
          changed: latest.flatMap((row) => (row.removed ? [] : [row.item])),
          removed: latest.flatMap((row) => (row.removed ? [row.code] : [])),
          next: reply.has_more ? reply.next : null,
          mark: reply.next,
        }
      },

      async byCodes(codes, call) {
        const found = await inBatches(codes, { size: mostCodes }, async (some) => {
          const path = `${items}/batch`
          const body = { codes: some }
          return (await call({ operation: 'items.byCodes', safe: true, path, body, reply: rowsOf(itemRow) })).rows
        })
        return distinctBy(found, ({ code }) => code)
      },

      async agencies(codes, call) {
        const found = await inBatches(codes, { size: mostCodes }, async (some) => {
          const path = '/openapi/zwfw/v2/depts/batch'
          const body = { dept_codes: some }
          return (await call({ operation: 'items.agencies', safe: true, path, body, reply: rowsOf(agencyRow) })).rows
        })
        return distinctBy(found, ({ code }) => code)
      },
    },
  })
