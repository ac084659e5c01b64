import { defineSource, rest, sourceFailure } from '@tongban/gateway'
import { z } from 'zod'
import { agencyRow, caseRow, certificateRows, itemRow } from './rows.ts'

/** As many calls at once as there are connections: the peers know no bound at all. */
const limits = { maxConcurrent: 64 }

/** The upstream of the bench as a city engineer would describe it: one system for items, cases and certificates. */
export const benchSource = (upstream: string) =>
  defineSource({
    id: 'bench-city',
    title: '性能测试模拟系统',
    covers: { divisions: ['3306'] },
    protocol: rest({
      base: upstream,
      envelope: { success: { path: 'code', in: ['200'] }, payload: 'data', message: 'message' },
    }),
    limits,

    items: {
      page: async () => refuse('items.page'),
      byCodes: (codes, call) =>
        call({
          operation: 'items.byCodes',
          safe: true,
          path: '/items',
          query: { codes: codes.join(',') },
          reply: z.array(itemRow),
        }),
      agencies: (codes, call) =>
        call({
          operation: 'items.agencies',
          safe: true,
          path: '/agencies',
          query: { codes: codes.join(',') },
          reply: z.array(agencyRow),
        }),
    },

    cases: {
      async submit({ reference, itemCode }, call) {
        const body = { reference, itemCode }
        const [taken] = await call({ operation: 'cases.submit', path: '/cases', body, reply: z.array(caseRow) })
        return taken ? { outcome: 'taken', case: taken } : refuse('cases.submit')
      },
      async findByReference(reference, call) {
        const path = '/full-cases/by-reference'
        const operation = 'cases.findByReference'
        const [found] = await call({ operation, safe: true, path, query: { reference }, reply: z.array(caseRow) })
        return found ?? null
      },
      byNumbers: (numbers, call) =>
        call({
          operation: 'cases.byNumbers',
          safe: true,
          path: '/full-cases',
          query: { numbers: numbers.join(',') },
          reply: z.array(caseRow),
        }),
    },

    certificates: {
      byHolder: ({ documentNumber, types, purpose }, call) =>
        call({
          operation: 'certificates.byHolder',
          safe: true,
          path: '/certificates',
          query: { holder: documentNumber, types: types.join(','), cause: purpose },
          reply: certificateRows,
        }),
      byIdentifiers: async () => refuse('certificates.byIdentifiers'),
      verify: async () => refuse('certificates.verify'),
      file: async () => refuse('certificates.file'),
    },
  })

/** What no workload asks for the upstream does not offer. */
function refuse(detail: string): never {
  throw sourceFailure('TB_SOURCE_REFUSED', { detail })
}
