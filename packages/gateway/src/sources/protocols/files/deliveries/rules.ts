import type { Expectation } from '../expected-days.ts'

/** How deliveries are told apart. */
export interface DeliveryRules {
  /** Late files and corrections are looked for so many days before the last one taken. @default 31 */
  readonly lookBackDays: number
  readonly expect?: Expectation
}
