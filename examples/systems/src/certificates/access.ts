import { type CertificateType, certificateTypeByCode, certificateTypes } from '../city/certificate-types.ts'
import type { Credentials } from '../credentials.ts'
import { text } from '../shared/tree.ts'
import { PlatformRefusal } from './envelope.ts'

/** A caller that has shown its token. */
export interface Caller {
  mayRead(type: CertificateType): boolean
}

const closedToLimited: readonly CertificateType[] = [certificateTypes.marriage, certificateTypes.household]

/** @throws PlatformRefusal 11 */
export const authenticate = (head: unknown, credentials: Credentials['certificates']): Caller => {
  const isCaller = ({ accessId, accessToken }: { accessId: string; accessToken: string }): boolean =>
    text(head, 'accessId') === accessId && text(head, 'accessToken') === accessToken
  if (isCaller(credentials)) return { mayRead: () => true }
  if (isCaller(credentials.limited)) return { mayRead: (type) => !closedToLimited.includes(type) }
  throw new PlatformRefusal(11, '认证失败')
}

/** A required text. @throws PlatformRefusal 12 */
export const required = (data: unknown, name: string): string => {
  const value = text(data, name)
  if (!value) throw new PlatformRefusal(12, `缺少参数:${name}`)
  return value
}

/** The use cause every call must give. @throws PlatformRefusal 12, 99 */
export const requireCause = (data: unknown, name = 'useCause'): string => {
  const cause = required(data, name)
  if ([...cause].length > 200) throw new PlatformRefusal(99, `${name}不能超过200字`)
  return cause
}

/** Types named by code, separated by comma. @throws PlatformRefusal 100, 113 */
export const readableTypes = (codes: string, caller: Caller): CertificateType[] =>
  codes.split(',').map((code) => {
    const type = certificateTypeByCode(code.trim())
    if (!type) throw new PlatformRefusal(113, '证照类型代码错误')
    if (!caller.mayRead(type)) throw new PlatformRefusal(100, `无权限访问该证照类型:${type.name}`)
    return type
  })
