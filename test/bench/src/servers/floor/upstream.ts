import { Pool } from 'undici'

/** Asks the upstream with as little ceremony as undici allows. */
export interface FloorUpstream {
  read<Row>(path: string): Promise<readonly Row[]>
  close(): Promise<void>
}

export function floorUpstream(origin: string): FloorUpstream {
  const pool = new Pool(origin, { connections: 64 })
  return {
    read: async <Row>(path: string) => {
      const { body } = await pool.request({ path, method: 'GET' })
      const { data } = JSON.parse(await body.text()) as { data: readonly Row[] }
      return data
    },
    close: () => pool.close(),
  }
}
