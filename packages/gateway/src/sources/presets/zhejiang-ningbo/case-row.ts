import { z } from 'zod'
import type { SourceCaseInput } from '../../../domains/cases/port.ts'
import { field } from '../../reading/fields.ts'
import { acceptEvent, fileStages, handlerEvent, overEvent } from './events.ts'
import { projectNumber } from './project.ts'

/**
 * A case with its events, each by the name of its operation and with the parameters of that operation. How a platform lists them
 * is its own matter; the adapter publishes what is reported and no query.
 */
export const caseRow = z
  .object({
    PROJID: projectNumber,
    OutSystemID: field.text,
    RECEIVETIME: field.requiredInstant,
    DATAVERSION: field.whole,
    accept: field.list(acceptEvent),
    handler: field.list(handlerEvent),
    over: field.list(overEvent),
  })
  .transform(
    ({ PROJID, OutSystemID, RECEIVETIME, DATAVERSION, accept, handler, over }): SourceCaseInput => ({
      number: PROJID,
      reference: OutSystemID,
      dataVersion: DATAVERSION ?? 1,
      reports: [
        { at: RECEIVETIME, state: 'SUBMITTED', raw: fileStages.raw('01') },
        ...accept,
        ...handler.filter((report) => report !== null),
        ...over.map(({ report }) => report),
      ],
      result: over.findLast(({ result }) => result)?.result ?? null,
    }),
  )

export const caseRows = field.list(caseRow)
