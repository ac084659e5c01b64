import { TongbanError } from '@tongban/schema'

/** A fault of the gateway's own schema or domains: it must not start. */
export const schemaFault = (field: string, detail: string): TongbanError =>
  new TongbanError('TB_CONFIG_INVALID', { path: field, detail })
