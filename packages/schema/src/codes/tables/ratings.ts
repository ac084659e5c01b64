import type { CodeTable } from '../code-table.ts'

/** 好差评 levels, best first. */
export type RatingLevelName =
  | 'VERY_SATISFIED'
  | 'SATISFIED'
  | 'BASICALLY_SATISFIED'
  | 'DISSATISFIED'
  | 'VERY_DISSATISFIED'

const bestIsFive = {
  '5': 'VERY_SATISFIED',
  '4': 'SATISFIED',
  '3': 'BASICALLY_SATISFIED',
  '2': 'DISSATISFIED',
  '1': 'VERY_DISSATISFIED',
} as const

/** The national standard counts 1 as best, the Zhejiang interface 5: a bare digit forwarded turns praise into blame. */
export const ratingLevels: readonly CodeTable<RatingLevelName>[] = [
  {
    system: 'gb-t-39046-2020',
    tableVersion: 'A.8',
    source: 'GB/T 39046-2020',
    codes: {
      '1': 'VERY_SATISFIED',
      '2': 'SATISFIED',
      '3': 'BASICALLY_SATISFIED',
      '4': 'DISSATISFIED',
      '5': 'VERY_DISSATISFIED',
    },
  },
  { system: 'zhejiang-rating', tableVersion: '1', source: 'Zhejiang/Ningbo rating interface', codes: bestIsFive },
  { system: 'stars', tableVersion: '1', source: 'stars on a screen', codes: bestIsFive },
]

/** Where a rating was given. `SYSTEM_DEFAULT` was given by nobody and stays out of statistics. */
export type RatingChannelName =
  | 'WEB'
  | 'MOBILE'
  | 'QR_CODE'
  | 'HALL_TABLET'
  | 'HALL_TERMINAL'
  | 'SMS'
  | 'SYSTEM_DEFAULT'

export const ratingChannels: readonly CodeTable<RatingChannelName>[] = [
  {
    system: 'zhejiang-rating',
    tableVersion: '1',
    source: 'Zhejiang/Ningbo rating interface, pf',
    codes: {
      '1': 'WEB',
      '2': 'MOBILE',
      '3': 'QR_CODE',
      '4': 'HALL_TABLET',
      '5': 'HALL_TERMINAL',
      '6': 'SMS',
      '7': 'SYSTEM_DEFAULT',
    },
  },
]
