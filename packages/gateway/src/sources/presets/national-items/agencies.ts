import { parseCreditCode } from '@tongban/schema'
import { z } from 'zod'
import type { AgencyInput } from '../../../domains/items/record.ts'
import type { ExchangeRequest } from '../../protocols/exchange-table/requests.ts'
import { distinctBy, field } from '../../reading/fields.ts'
import type { Call } from '../../source.ts'
import type { NationalItemsOptions } from './options.ts'
import { inSmallLetters } from './rows.ts'
import { spelling, tablesOf } from './tables.ts'

const agencies = field.list(
  z.preprocess(inSmallLetters, z.object({ dept_code: field.required, dept_name: field.text })),
)

/** Agencies as the items name them; the latest name counts. */
export const agenciesBy =
  (options: NationalItemsOptions) => async (codes: readonly string[], call: Call<ExchangeRequest>) => {
    const spelled = spelling(options)
    const [where, columns] = [{ [spelled('dept_code')]: codes }, ['dept_code', 'dept_name'].map(spelled)]
    const request = {
      operation: 'items.agencies',
      safe: true,
      table: tablesOf(options).basic,
      where,
      columns,
      history: true,
    }
    const found = await call({ ...request, reply: agencies } as const)
    return distinctBy(found, ({ dept_code }) => dept_code).map(({ dept_code: code, dept_name: name }): AgencyInput => {
      const creditCode = parseCreditCode(code).status === 'invalid' ? null : code
      return { code, name: name ?? code, creditCode }
    })
  }
