import { type CodeTable, noEquivalent } from '../code-table.ts'

const gb = { system: 'gb-t-39046-2020', source: 'GB/T 39046-2020' } as const

/** 事项类型 */
export type ItemTypeName =
  | 'ADMINISTRATIVE_LICENSE'
  | 'ADMINISTRATIVE_PENALTY'
  | 'ADMINISTRATIVE_COERCION'
  | 'ADMINISTRATIVE_COLLECTION'
  | 'ADMINISTRATIVE_PAYMENT'
  | 'ADMINISTRATIVE_INSPECTION'
  | 'ADMINISTRATIVE_CONFIRMATION'
  | 'ADMINISTRATIVE_REWARD'
  | 'ADMINISTRATIVE_ADJUDICATION'
  | 'OTHER_ADMINISTRATIVE_POWER'
  | 'PUBLIC_SERVICE'

export const itemTypes: readonly CodeTable<ItemTypeName>[] = [
  {
    ...gb,
    tableVersion: 'A.1',
    codes: {
      '00': noEquivalent('行政权力 (parent of 01–10)'),
      '01': 'ADMINISTRATIVE_LICENSE',
      '02': 'ADMINISTRATIVE_PENALTY',
      '03': 'ADMINISTRATIVE_COERCION',
      '04': 'ADMINISTRATIVE_COLLECTION',
      '05': 'ADMINISTRATIVE_PAYMENT',
      '06': 'ADMINISTRATIVE_INSPECTION',
      '07': 'ADMINISTRATIVE_CONFIRMATION',
      '08': 'ADMINISTRATIVE_REWARD',
      '09': 'ADMINISTRATIVE_ADJUDICATION',
      '10': 'OTHER_ADMINISTRATIVE_POWER',
      '20': 'PUBLIC_SERVICE',
    },
  },
  {
    system: 'sichuan',
    tableVersion: '1',
    source: 'item lists of the Sichuan portal; only codes that occur there',
    codes: {
      '1': 'ADMINISTRATIVE_LICENSE',
      '5': 'ADMINISTRATIVE_PAYMENT',
      '7': 'ADMINISTRATIVE_CONFIRMATION',
      '8': 'ADMINISTRATIVE_REWARD',
      '9': 'ADMINISTRATIVE_ADJUDICATION',
      '10': 'OTHER_ADMINISTRATIVE_POWER',
      '20': 'PUBLIC_SERVICE',
    },
  },
]

/** 行使层级 */
export type ExerciseLevelName = 'NATIONAL' | 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE' | 'SHARED'

export const exerciseLevels: readonly CodeTable<ExerciseLevelName>[] = [
  {
    ...gb,
    tableVersion: 'A.2',
    codes: {
      '1': 'NATIONAL',
      '2': 'PROVINCE',
      '3': 'CITY',
      '4': 'COUNTY',
      '5': 'TOWNSHIP',
      '6': 'VILLAGE',
      '7': 'SHARED',
    },
  },
]

/** 实施主体性质 */
export type AuthorityKindName = 'STATUTORY' | 'AUTHORISED' | 'ENTRUSTED' | 'OTHER'

export const authorityKinds: readonly CodeTable<AuthorityKindName>[] = [
  { ...gb, tableVersion: 'A.3', codes: { '1': 'STATUTORY', '2': 'AUTHORISED', '3': 'ENTRUSTED', '9': 'OTHER' } },
]

/** 服务对象 */
export type AudienceName =
  | 'PERSON'
  | 'ENTERPRISE'
  | 'PUBLIC_INSTITUTION'
  | 'SOCIAL_ORGANISATION'
  | 'STATE_BODY'
  | 'OTHER_ORGANISATION'

export const audiences: readonly CodeTable<AudienceName>[] = [
  {
    ...gb,
    tableVersion: 'A.4',
    codes: {
      '1': 'PERSON',
      '2': 'ENTERPRISE',
      '3': 'PUBLIC_INSTITUTION',
      '4': 'SOCIAL_ORGANISATION',
      '5': 'STATE_BODY',
      '6': 'OTHER_ORGANISATION',
    },
  },
]

/** 办理形式 */
export type ChannelName = 'COUNTER' | 'WEB' | 'MOBILE' | 'COURIER' | 'TERMINAL' | 'OTHER'

export const channels: readonly CodeTable<ChannelName>[] = [
  { ...gb, tableVersion: 'A.5', codes: { '1': 'COUNTER', '2': 'WEB', '3': 'MOBILE', '4': 'COURIER', '9': 'OTHER' } },
]

/** 特别程序 */
export type SpecialProcedureName = 'EXTENSION' | 'OTHER'

export const specialProcedures: readonly CodeTable<SpecialProcedureName>[] = [
  { ...gb, tableVersion: 'A.7', codes: { '1': 'EXTENSION', '2': 'OTHER' } },
  {
    system: 'guangdong',
    tableVersion: 'TBCXZL',
    source: 'Guangdong-style extension codes',
    codes: { A: 'EXTENSION', B: 'OTHER' },
  },
]

/** 事项状态 */
export type ItemStateName = 'IN_USE' | 'SUSPENDED' | 'WITHDRAWN' | 'DRAFT'

export const itemStates: readonly CodeTable<ItemStateName>[] = [
  {
    system: 'shandong',
    tableVersion: 'item-dictionary',
    source: 'a provincial item dictionary',
    codes: { '1': 'IN_USE', '2': 'SUSPENDED', '3': 'WITHDRAWN', '4': 'DRAFT' },
  },
]
