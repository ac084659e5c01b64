import type { Systems } from '../start.ts'

/** A caller of the trading platform. */
export const portalClient =
  ({ trading, credentials }: Systems) =>
  async (path: string, appKey = credentials.trading.appKey): Promise<unknown> => {
    const response = await fetch(`${trading.url}/ggzy/api/v1/notices${path}`, { headers: { 'x-app-key': appKey } })
    return response.json()
  }
