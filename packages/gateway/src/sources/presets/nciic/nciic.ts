import { isTongbanError } from '@tongban/schema'
import { z } from 'zod'
import type { IdentityAnswer, IdentityClaim } from '../../../domains/applicants/port.ts'
import { defineSource } from '../../../domains/ports.ts'
import { inBatches } from '../../batches.ts'
import { sourceFailure } from '../../failures.ts'
import type { SoapRequest } from '../../protocols/soap/options.ts'
import { soap } from '../../protocols/soap/soap.ts'
import { field } from '../../reading/fields.ts'
import type { Call, Coverage, SourceLimits } from '../../source.ts'
import { codesThatMean, tooMany } from './codes.ts'
import { conditions } from './conditions.ts'
import { answerRow } from './outcome.ts'

/** Where and in whose name identities are checked. */
export interface NciicOptions {
  /** @default 'nciic' */
  readonly id?: string
  /** Address of the service, for networks that reach it through a gateway of their own. @default the one in its description */
  readonly endpoint?: string
  /** Content of the licence file (授权文件) that the operator of the register hands out. A secret. */
  readonly license: string
  /** `SBM`: the body that asks (使用单位). */
  readonly userName: string
  /** `FSD`: division in which the business takes place, 6 digits; '000000' where it has none. */
  readonly place: string
  /** `YWLX`: the business for which it is asked. @default '政务服务' */
  readonly business?: string
  /** @default everywhere: the register is national */
  readonly covers?: Coverage
  /** Most persons in one request; what is too many for the contract is divided until it fits. @default 50 */
  readonly batchSize?: number
  /** Text of the service description, where the operator hands out another one than the published. */
  readonly wsdl?: string
  readonly limits?: Partial<SourceLimits>
}

/** Facts of the published service description: document/literal, qualified elements, an empty action. */
const described = {
  endpoint: 'https://api.nciic.com.cn/nciic_ws/services/NciicServices',
  namespace: 'https://api.nciic.org.cn/NciicServices',
  qualified: true,
  soapAction: () => '',
} as const

const reply = field.object(z.object({ ROW: field.list(answerRow) }))

const protocolOf = ({ endpoint, wsdl }: NciicOptions) =>
  soap({
    ...(wsdl === undefined ? described : { wsdl }),
    ...(endpoint === undefined ? {} : { endpoint }),
    // Errors of the system change the root of the document, so it is read from the root.
    document: { result: 'out', response: '', attributes: true },
    envelope: {
      success: { path: 'RESPONSE.@errorcode', in: [], orPresent: 'ROWS' },
      payload: 'ROWS',
      auth: codesThatMean('AUTH'),
      unwell: codesThatMean('UNWELL'),
    },
  })

/** One request, or two of half the size where the contract allows fewer persons at once. */
async function ask(
  options: NciicOptions,
  claims: readonly IdentityClaim[],
  call: Call<SoapRequest>,
): Promise<readonly IdentityAnswer[]> {
  try {
    const parameters = { inLicense: options.license, inConditions: conditions(options, claims) }
    const request = { operation: 'identities.check', safe: true, action: 'nciicCheck', parameters, reply }
    return answersTo(claims, (await call(request))?.ROW ?? [])
  } catch (error) {
    if (claims.length === 1 || !isTongbanError(error) || error.params.detail !== tooMany) throw error
    const half = Math.ceil(claims.length / 2)
    const parts = [claims.slice(0, half), claims.slice(half)]
    return (await Promise.all(parts.map((some) => ask(options, some, call)))).flat()
  }
}

/** Rows are numbered as they were asked. A row that repeats another number than was asked there would be about somebody else. */
function answersTo(claims: readonly IdentityClaim[], rows: readonly z.output<typeof answerRow>[]): IdentityAnswer[] {
  if (rows.length === 0) throw sourceFailure('TB_SOURCE_SHAPE', { detail: 'ROWS: no row' })
  return claims.map(({ documentNumber }, index) => {
    const row = rows.find(({ number }, at) => (number ?? at + 1) === index + 1)
    if (!row) return { documentNumber, result: 'UNKNOWN', detail: 'the answer leaves this person out' }
    if (row.asked !== null && !row.asked.includes('*') && row.asked !== documentNumber.toUpperCase())
      throw sourceFailure('TB_SOURCE_SHAPE', { detail: `ROW[${index}].INPUT.gmsfhm: another number than was asked` })
    return { documentNumber, result: row.result, detail: row.detail }
  })
}

/** A number that is claimed under several names has no one answer: an answer says the number only. */
function inOneName(claims: readonly IdentityClaim[]) {
  const names = Map.groupBy(claims, ({ documentNumber }) => documentNumber)
  const several = [...names].filter(([, some]) => new Set(some.map(({ name }) => name)).size > 1)
  const ambiguous = new Set(several.map(([number]) => number))
  const clear = [...names.values()].flatMap(([first]) => (first && !ambiguous.has(first.documentNumber) ? first : []))
  const detail = 'asked under several names at once'
  return {
    clear,
    unclear: [...ambiguous].map((documentNumber) => ({ documentNumber, result: 'UNKNOWN', detail }) as const),
  }
}

/**
 * The identity check of the national register of citizens (全国公民身份证号码查询服务中心, NCIIC): operation `nciicCheck` of the
 * published service description, conditions and answers by the interface specification V2.1. The register compares the name as
 * it is written on the document, middle dots included. Each check costs money: none is sent ahead as a hedge.
 *
 * Not known: how many persons a contract allows in one request (answered with -54), the words for a number whose finding
 * differs, and what the other 19 operations cost. Foreigners and residents of Hong Kong, Macao and Taiwan are not in this register.
 *
 * @example
 * nciicIdentities({ license: process.env.NCIIC_LICENSE ?? '', userName: '绍兴市政务服务局', place: '330600' })
 */
export const nciicIdentities = (options: NciicOptions) => {
  const { id = 'nciic', covers = {}, batchSize = 50, limits } = options
  return defineSource({
    id,
    title: '全国公民身份信息核查',
    covers,
    ...(limits ? { limits } : {}),
    operations: { 'identities.check': { hedge: false } },
    protocol: protocolOf(options),
    identities: {
      async check(claims, call) {
        const { clear, unclear } = inOneName(claims)
        const answers = await inBatches(clear, { size: batchSize }, (some) => ask(options, some, call))
        return [...answers, ...unclear]
      },
    },
  })
}
