import { describe } from 'vitest'
import { sourceCase } from '../../../domains/cases/port.ts'
import { fuzz, mutated } from '../../fuzz/testing.ts'
import { readJson } from '../../protocols/json.ts'
import { caseOf } from './reports.ts'
import { baseRow, finishRow, processRow, specialRow } from './rows.ts'

const key = '"ORGBUSNO":"O","PROJID":"P","DATAVER":"2"'
const span = '"NODESTARTTIME":"2026-03-02 09:00:00","NODEENDTIME":"20260305","NODERESULT":"5","NODENAME":"环节"'
const rows = [
  `{${key},"OCCURTIME":"31-DEC-21","DONERESULT":"1","EXITRES":"原因","STDVER":1}`,
  `{${key},${span},"SN":1,"LISTS":"a:b","NODEPROCADV":null,"MAKETIME":"1640966399000"}`,
]

describe('rows of the Shandong tables', () => {
  fuzz('shandong rows', mutated(rows), (text) => {
    const raw = readJson(text)
    const base = baseRow.safeParse(raw).data
    const read = <Row>({ data }: { readonly data?: Row | undefined }): Row[] => (data === undefined ? [] : [data])
    if (base === undefined) return null
    const parts = { process: read(processRow.safeParse(raw)), special: read(specialRow.safeParse(raw)) }
    const found = caseOf({ base, ...parts, finish: read(finishRow.safeParse(raw)) }, () => ({
      version: '1',
      stored: '1',
    }))
    // Whatever the rows hold, what comes out is a case that the gateway can keep.
    return sourceCase.parse(found).reports.length
  })
})
