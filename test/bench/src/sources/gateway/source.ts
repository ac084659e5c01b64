import { defineSource, type LastGoodPolicy, rest, type SourceLimits } from '@tongban/gateway'
import { z } from 'zod'
import { itemRow } from '../../servers/tongban/rows.ts'

/** A library as the gateway is told of it. */
export interface SourceInput {
  readonly id: string
  /** Address with the name under which the gateway is counted. */
  readonly base: string
  readonly prefix: string
  readonly limits: Partial<SourceLimits>
  readonly lastGood: Readonly<Record<string, LastGoodPolicy>>
}

const page = z.object({ items: z.array(itemRow), next: z.string().nullable(), total: z.int() })

/** The source file of a library of the bench. */
export const librarySource = ({ id, base, prefix, limits, lastGood }: SourceInput) =>
  defineSource({
    id,
    title: `事项库 ${id}`,
    covers: { divisions: ['3306'], itemCodes: [prefix] },
    protocol: rest({
      base,
      envelope: { success: { path: 'code', in: ['200'] }, payload: 'data', message: 'message' },
    }),
    limits,
    lastGood,
    items: {
      page: ({ cursor, size }, call) =>
        call({
          operation: 'items.page',
          safe: true,
          path: '/page',
          query: { size: String(size), ...(cursor === null ? {} : { cursor }) },
          reply: page,
        }),
      byCodes: (codes, call) =>
        call({
          operation: 'items.byCodes',
          safe: true,
          path: '/items',
          query: { codes: codes.join(',') },
          reply: z.array(itemRow),
        }),
    },
  })
