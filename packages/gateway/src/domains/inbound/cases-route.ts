import { isTongbanError, TongbanError } from '@tongban/schema'
import { z } from 'zod'
import type { ReceivedMessage } from '../../sources/signing/inbound/message.ts'
import type { CasesService, ToldOutcome } from '../cases/service.ts'
import type { DomainDeps, Route } from '../domain.ts'
import type { StoredNonces } from './nonces.ts'
import { letIn } from './receive.ts'

/** As large as an answer of a source may be. */
const bodyLimitBytes = 4 * 1024 * 1024

type Deps = Pick<DomainDeps, 'directory' | 'now' | 'log'>
type ReadCases = (message: ReceivedMessage) => readonly unknown[]

/** `POST /sources/{id}/cases`: a department tells how its cases stand (办件状态推送); answered with what became of each. */
export const casesRoute = (deps: Deps, nonces: StoredNonces, cases: Pick<CasesService, 'told'>): Route => ({
  method: 'POST',
  path: '/sources/:id/cases',
  authenticate: 'route',
  bodyLimitBytes,
  async handle({ params, method, url, headers, body }) {
    const id = params.id ?? ''
    const inbound = deps.directory.byId(id)?.inbound
    // Sources that take nothing are not told from sources that do not exist.
    if (!inbound?.cases) throw new TongbanError('TB_ROUTE_NOT_FOUND')
    const message = await letIn(deps, nonces, { id, inbound }, { method, url, headers, body })
    const reports = readAll(deps, id, inbound.cases, message)
    return answer(await cases.told(id, reports))
  },
})

/** Whatever goes wrong in a source file while it reads is about the message: the sender must mend it. */
function readAll({ log }: Deps, source: string, read: ReadCases, message: ReceivedMessage): readonly unknown[] {
  try {
    const reports = read(message)
    if (Array.isArray(reports)) return reports
    throw new TypeError('The reader of cases answered no list.')
  } catch (error) {
    const detail = faultOf(error)
    log.warn({ source, fault: error instanceof Error ? error.name : typeof error }, 'a message cannot be read')
    throw new TongbanError('TB_INVALID_INPUT', { field: 'body', detail }, { path: ['body'], source, cause: error })
  }
}

/** Where the message is not what was expected. What was found there is not repeated. */
function faultOf(error: unknown): string {
  if (isTongbanError(error)) return String(error.params.detail ?? error.code)
  const [issue] = error instanceof z.ZodError ? error.issues : []
  return issue ? `${issue.path.join('.')}: ${issue.message}` : '无法解析 / cannot be read'
}

const count = (outcomes: readonly ToldOutcome[], wanted: ToldOutcome): number =>
  outcomes.filter((outcome) => outcome === wanted).length

const answer = (outcomes: readonly ToldOutcome[]) => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({
    received: outcomes.length,
    changed: count(outcomes, 'CHANGED'),
    unchanged: count(outcomes, 'UNCHANGED'),
    notOurs: count(outcomes, 'NOT_OURS'),
    unreadable: count(outcomes, 'UNREADABLE'),
    outcomes,
  }),
})
