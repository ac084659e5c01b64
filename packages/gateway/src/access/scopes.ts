import { TongbanError } from '@tongban/schema'
import type { Caller } from './caller.ts'

/** Everything a client may be allowed to do. Items and notices are public and need none. */
const scopeTable = {
  'applicants:write': '核验申请人并换取句柄 Identify applicants.',
  'consents:write': '向申请人请求授权 Ask for consents.',
  'consents:decide': '转达申请人对授权的答复 Pass on the citizen’s answer to a consent.',
  'certificates:read': '凭授权查阅电子证照 Read certificates under a consent.',
  'certificates:verify': '核验他人出示的证照 Verify certificates somebody shows.',
  'submissions:read': '查询本接入方的收件与办件 Read own submissions and their cases.',
  'submissions:write': '提交收件 Hand in submissions.',
  'events:read': '读取本接入方的事件 Read own events.',
  'webhooks:write': '管理本接入方的回调 Manage own webhooks.',
  'sources:read': '查看数据源状况 See the health of sources.',
  'catalogue:write': '维护事项目录 Maintain the catalogue of items.',
  'audit:read': '查阅用证记录 Read access records.',
} as const satisfies Record<string, string>

/** Name of a scope. */
export type Scope = keyof typeof scopeTable

/** Whether a text is the name of a scope. */
export const isScope = (text: string): text is Scope => Object.hasOwn(scopeTable, text)

/** Every scope, in the order of the table. */
export const scopes: readonly Scope[] = Object.keys(scopeTable).filter(isScope)

/**
 * Lets a call pass that holds all scopes of at least one alternative.
 *
 * @throws TongbanError `TB_UNAUTHENTICATED` without a token, `TB_FORBIDDEN` naming what is missing, alternatives apart by `|`
 */
export function requireScopes(caller: Caller, alternatives: readonly (readonly string[])[]): void {
  if (caller.kind === 'anonymous') throw new TongbanError('TB_UNAUTHENTICATED')
  const missing = alternatives.map((all) => all.filter((scope) => !caller.scopes.has(scope)))
  if (missing.some((none) => none.length === 0)) return
  throw new TongbanError('TB_FORBIDDEN', { scopes: missing.map((some) => some.join(' ')).join(' | ') })
}
