import { setTimeout } from 'node:timers/promises'
import type { Aliases } from '../upstream/registry.ts'
import type { SeededCase } from '../workloads/variables.ts'
import type { BenchClient } from './client.ts'
import { type HandedIn, handIn } from './errand.ts'
import { type Ask, askGateway } from './graphql.ts'

/** What was seeded, and what the upstream must be told of it. */
export interface Seeded {
  readonly cases: readonly SeededCase[]
  readonly aliases: Aliases
}

const atOnce = 8
const deliveryMs = 60_000

/** Hands in `count` errands at a gateway and waits until all of them are cases. */
export async function seed(endpoint: string, client: BenchClient, count: number, signal: AbortSignal): Promise<Seeded> {
  const ask = await askGateway(endpoint, client)
  const handedIn = await handInAll(ask, count, signal)
  const taken = await casesOf(ask, count, signal)
  const cases = handedIn.flatMap(({ submission, holder, consent }) => {
    const found = taken.get(submission)
    return found ? [{ id: found.id, holder, consent }] : []
  })
  return {
    cases,
    aliases: {
      cases: Object.fromEntries([...taken.values()].map(({ id, number }) => [id, number])),
      holders: Object.fromEntries(handedIn.map(({ holder, documentNumber }) => [holder, documentNumber])),
    },
  }
}

async function handInAll(ask: Ask, count: number, signal: AbortSignal): Promise<readonly HandedIn[]> {
  const handedIn: HandedIn[] = []
  const numbers = Array.from({ length: count }, (_, n) => n).values()
  const work = async () => {
    for (const n of numbers) {
      signal.throwIfAborted()
      handedIn[n] = await handIn(ask, n)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return handedIn
}

interface TakenCase {
  readonly id: string
  readonly number: string
}

/** The cases by submission. @throws Error when the upstream has not taken all of them in time */
async function casesOf(ask: Ask, count: number, signal: AbortSignal): Promise<ReadonlyMap<string, TakenCase>> {
  for (const until = Date.now() + deliveryMs; Date.now() < until; await setTimeout(200, undefined, { signal })) {
    const taken = await listCases(ask)
    if (taken.size === count) return taken
  }
  throw new Error('the gateway has not delivered all submissions in time')
}

interface SubmissionPage {
  readonly submissions: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly case: TakenCase | null } }[]
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
  }
}

const pageOfCases =
  'query($after: Cursor) { submissions(states: [TAKEN], first: 50, after: $after) { edges { node { id case { id number } } } pageInfo { endCursor hasNextPage } } }'

async function listCases(ask: Ask): Promise<Map<string, TakenCase>> {
  const taken = new Map<string, TakenCase>()
  for (let after: string | null = null, more = true; more; ) {
    const { submissions }: SubmissionPage = await ask<SubmissionPage>(pageOfCases, { after })
    for (const { node } of submissions.edges) if (node.case) taken.set(node.id, node.case)
    after = submissions.pageInfo.endCursor
    more = submissions.pageInfo.hasNextPage
  }
  return taken
}
