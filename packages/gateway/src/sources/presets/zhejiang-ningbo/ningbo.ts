import { TongbanError } from '@tongban/schema'
import { z } from 'zod'
import type { OutgoingSubmission } from '../../../domains/cases/port.ts'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import type { FormRequest } from '../../protocols/form/form.ts'
import { field } from '../../reading/fields.ts'
import type { Verifier } from '../../signing/inbound/verifier.ts'
import type { Call, Coverage, SourceLimits } from '../../source.ts'
import { caseRows } from './case-row.ts'
import { answeringEnvelope, formsOf, type NingboForms } from './forms.ts'
import { readReportedCases } from './inbound.ts'
import { givenNumber, isProjectNumber, projectPassword } from './project.ts'
import { type NingboCredentials, registration } from './submission.ts'

/** A unified acceptance platform (统一受理平台) of Zhejiang/Ningbo. */
export interface NingboAcceptanceOptions extends NingboForms {
  /** @default 'ningbo-acceptance' */
  readonly id?: string
  readonly covers?: Coverage
  readonly credentials: NingboCredentials
  /** Paths below `url`. `query` is the platform's own: the adapter publishes none. */
  readonly paths: {
    /** @default '/UAP/projid/get' */
    readonly number?: string
    /** @default '/BJHC/UAP/Receive' */
    readonly register?: string
    readonly query: string
  }
  /** Values of `result` of a registration that mean that the case will never be taken. @default none: they are failures */
  readonly refusals?: readonly (string | number)[]
  /** `APPLY_CARDTYPE` by document type. The table of the platform is not published. @default left out */
  readonly cardTypes?: Readonly<Record<string, string>>
  /** How it is seen that reports (受理, 办理, 办结) sent to us are from the platform. @default they are not taken */
  readonly verify?: Verifier
  readonly limits?: Partial<SourceLimits>
}

const received = z.object({ result: field.required, resultmsg: field.text })

const knownNumber = (number: string): string => {
  if (isProjectNumber(number)) return number
  throw new TongbanError('TB_INVALID_INPUT', { field: 'PROJID', detail: 'expected 21 digits' })
}

const operationsOf = (options: NingboAcceptanceOptions) => {
  const { credentials, paths, refusals = [], cardTypes = {} } = options
  const { apiKey: ApiKey, system: BELONGSYSTEM, passwordSecret } = credentials
  return {
    find: async (OutSystemID: string, call: Call<FormRequest>) => {
      const request = { operation: 'cases.find', safe: true, path: paths.query, parameters: { ApiKey, OutSystemID } }
      return (await call({ ...request, reply: caseRows })).at(0) ?? null
    },
    byNumber: (PROJID: string, call: Call<FormRequest>) => {
      const parameters = { ApiKey, PROJID, PROJPWD: projectPassword(PROJID, passwordSecret) }
      return call({ operation: 'cases.byNumbers', safe: true, path: paths.query, parameters, reply: caseRows })
    },
    number: async ({ reference, itemCode, divisionCode }: OutgoingSubmission, call: Call<FormRequest>) => {
      const about = { OutSystemID: reference, SERVICECODE: itemCode, AREACODE: divisionCode.slice(0, 6), BELONGSYSTEM }
      const path = paths.number ?? '/UAP/projid/get'
      const request = { operation: 'cases.number', path, parameters: { ApiKey, param: JSON.stringify(about) } }
      return knownNumber((await call({ ...request, reply: givenNumber })).PROJID)
    },
    register: (number: string, submission: OutgoingSubmission, call: Call<FormRequest>) => {
      const path = paths.register ?? '/BJHC/UAP/Receive'
      const cardType = cardTypes[submission.applicant.documentType]
      const parameters = registration(number, submission, credentials, cardType)
      const envelope = answeringEnvelope(options, refusals)
      return call({ operation: 'cases.submit', path, parameters, envelope, reply: received })
    },
  }
}

/**
 * The adapter of the unified acceptance platforms of Zhejiang, as published for Ningbo: forms with XML documents in their
 * parameters (`baseInfoXml`, `attrXml`, `formXml`), UTF-8 out and GB18030 in. A case is numbered first (`PROJID`, 21 digits), then
 * registered under that number with a query password (`PROJPWD`), which follows from the number and is never kept or logged.
 *
 * Reports come by themselves to `POST /sources/{id}/cases` when `verify` is given: 受理, 办理 and 办结 with their `DOACTION`.
 *
 * Not known, because the adapter publishes them nowhere: values of `result`, a query, the table of document types, and the names
 * of the outermost elements of the three documents, which are `BASEINFO`, `ATTRS` and `FORM` here.
 *
 * @example
 * ningboAcceptance({ url, success: ['0'], credentials: { apiKey, system, passwordSecret }, paths: { query: '/cases' } })
 */
export const ningboAcceptance = (options: NingboAcceptanceOptions) => {
  const { id = 'ningbo-acceptance', covers = {}, refusals = [], verify, limits } = options
  const { find, byNumber, number, register } = operationsOf(options)
  const refuses = (result: string) => refusals.some((value) => String(value) === result)
  return defineSource({
    id,
    title: '浙江(宁波)统一受理平台',
    covers,
    ...(limits ? { limits } : {}),
    protocol: formsOf(options),
    ...(verify ? { inbound: { verify, cases: readReportedCases } } : {}),
    cases: {
      findByReference: find,
      byNumbers: (numbers, call) =>
        inBatches(numbers.filter(isProjectNumber), { size: 1 }, ([one = '']) => byNumber(one, call)),
      async submit(submission, call) {
        // A number once given out stays unused when it is asked for twice; a case must not be registered twice.
        const known = await find(submission.reference, call)
        if (known) return { outcome: 'taken', case: known }
        const { result, resultmsg } = await register(await number(submission, call), submission, call)
        if (refuses(result)) return { outcome: 'refused', reason: resultmsg ?? '统一受理平台未收件,未说明原因' }
        const taken = await find(submission.reference, call)
        return taken ? { outcome: 'taken', case: taken } : { outcome: 'waiting' }
      },
    },
  })
}
