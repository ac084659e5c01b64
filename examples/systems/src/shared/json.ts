import type { WireBody } from './misbehaviour/deform.ts'
import type { TreeRecord } from './tree.ts'

/** Writes an answer as UTF-8 JSON. */
export const writeJson = (answer: TreeRecord): WireBody => ({
  contentType: 'application/json',
  charset: 'utf-8',
  bytes: Buffer.from(JSON.stringify(answer)),
})
