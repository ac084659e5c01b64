import type { BenchClient } from './client.ts'

/** Asks the gateway. @throws Error when the answer holds errors */
export type Ask = <Data>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>

/** The gateway's API with one token for all of it. */
export async function askGateway(endpoint: string, client: BenchClient): Promise<Ask> {
  const headers = { 'content-type': 'application/json', ...(await client.headers(endpoint)) }
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>) => {
    const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
    const answer = (await response.json()) as { readonly data: Data; readonly errors?: readonly unknown[] }
    if (answer.errors) throw new Error(`the gateway refused to be seeded: ${JSON.stringify(answer.errors)}`)
    return answer.data
  }
}
