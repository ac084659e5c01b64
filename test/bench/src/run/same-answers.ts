import { isDeepStrictEqual } from 'node:util'
import { request } from 'undici'
import { type WorkloadName, workloadNames } from '../workloads/queries.ts'
import { peerNames, type ServerName } from './servers.ts'
import type { Stage } from './stage.ts'

/** Whether and where two JSON values differ: the path of the first difference. */
export function firstDifference(one: unknown, other: unknown, path = 'data'): string | undefined {
  if (isDeepStrictEqual(one, other)) return undefined
  if (!isObject(one) || !isObject(other)) return path
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  for (const name of names) {
    const difference = firstDifference(one[name], other[name], `${path}.${name}`)
    if (difference !== undefined) return difference
  }
  return path
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/**
 * Compares the answers of all servers on several variable sets of each workload, spread over all of them.
 *
 * @throws Error naming workload, server and the path that differs
 */
export async function checkSameAnswers(stage: Stage, checks: number): Promise<void> {
  for (const workload of workloadNames) {
    const bodies = stage.bodies[workload]
    const step = Math.max(1, Math.floor(bodies.length / checks))
    for (const body of bodies.filter((_, index) => index % step === 0).slice(0, checks))
      await checkOne(stage, workload, body)
  }
}

async function checkOne(stage: Stage, workload: WorkloadName, body: string): Promise<void> {
  const expected = await answerOf(stage, 'tongban', workload, body)
  for (const peer of peerNames) {
    const difference = firstDifference(expected, await answerOf(stage, peer, workload, body))
    if (difference !== undefined)
      throw new Error(`${workload}: ${peer} answers otherwise than the gateway at ${difference} to ${body}`)
  }
}

async function answerOf(stage: Stage, server: ServerName, workload: WorkloadName, body: string): Promise<unknown> {
  const { url } = stage.servers[server]
  const headers = { 'content-type': 'application/json', ...(await headersFor(stage, workload)) }
  const answer = await request(url, { method: 'POST', headers, body })
  const { data, errors } = (await answer.body.json()) as { readonly data?: unknown; readonly errors?: unknown }
  if (data === undefined || data === null || errors !== undefined)
    throw new Error(`${workload}: ${server} answered ${answer.statusCode} ${JSON.stringify(errors)}`)
  return data
}

/** W2 reads personal data and needs a token; every server gets the same bytes, also those that do not look at them. */
export const headersFor = async (
  { client, servers }: Pick<Stage, 'client' | 'servers'>,
  workload: WorkloadName,
): Promise<Readonly<Record<string, string>>> => (workload === 'W2' ? client.headers(servers.tongban.url) : {})
