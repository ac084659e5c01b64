import { describe } from 'vitest'
import { parseItem } from '../../../domains/items/parse.ts'
import { fuzz, mutated } from '../../fuzz/testing.ts'
import { readJson } from '../../protocols/json.ts'
import { isRecord } from '../../protocols/path.ts'
import { localCodes } from './codes.ts'
import { itemOf } from './item.ts'
import { readPlace } from './marks.ts'
import { basicRow, extendRow, feeRow, inSmallLetters, materialRow, questionRow } from './rows.ts'
import { basic } from './testing.ts'

const key = { id: 1, cd_time: '2026-03-02 09:00:00', cd_operation: 'I', task_guid: 'g-01', order_num: '1' }
const material = {
  material_name: '申请表',
  is_need: '1',
  page_num: '2',
  page_format: '1',
  fee_name: '费',
  question: '?',
  answer: '!',
}
const times = {
  anticipate_day: '20',
  promise_day: 5,
  limit_scene_num: '1',
  plan_effective_date: '2026/01/01',
  transact_addr: '路',
}
const row = JSON.stringify({
  ...basic('g-01'),
  ...key,
  ...material,
  ...times,
  online_handle_depth: '3^4',
  town_code: '370811001000',
})
const settings = { division: '370800000000' } as const

describe('rows of the national item tables', () => {
  fuzz(
    'national item rows',
    mutated([row]),
    (text) => {
      const raw = inSmallLetters(readJson(text))
      const found = isRecord(raw) ? basicRow.safeParse(raw).data : undefined
      if (found === undefined) return null
      const read = <Row>({ data }: { readonly data?: Row | undefined }): Row[] => (data === undefined ? [] : [data])
      const parts = {
        extend: extendRow.safeParse(raw).data ?? null,
        materials: read(materialRow.safeParse(raw)),
        fees: read(feeRow.safeParse(raw)),
        questions: read(questionRow.safeParse(raw)),
        conditions: [],
        materialConditions: [],
      }
      const item = itemOf({ basic: found, ...parts }, localCodes({}), settings)
      return item && parseItem(item)
    },
    { growth: 100 },
  )

  fuzz('national item cursors', mutated(['3|2026-03-02T09:00:00+08:00|eyJ9']), (text) => {
    try {
      return readPlace(text)
    } catch (error) {
      // What is no cursor is refused as such, and in no other way.
      if (error instanceof RangeError) return null
      throw error
    }
  })
})
