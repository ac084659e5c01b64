import type { TongbanOptions } from './options.ts'
import { resolveSettings, type TongbanClient } from './settings.ts'

/**
 * A client for the free functions (`itemsSearch(client, …)`): bundlers keep only the operations that are used.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` when the endpoint cannot be used
 * @example
 * const client = createTongbanClient({ endpoint: 'https://gov.example.cn/graphql' })
 * const page = await itemsSearch(client, { text: '居住证', first: 10 })
 */
export const createTongbanClient = (options: TongbanOptions): TongbanClient => ({ settings: resolveSettings(options) })
