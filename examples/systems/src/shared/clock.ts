/** Where a system reads the time; tests freeze it. */
export type Clock = () => Date

const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** Date and time in Asia/Shanghai (no daylight saving since 1991), `2026-11-21 21:12:00`. */
export const shanghaiTime = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')

/** `20261121211200`: the compact spelling of exchange tables. */
export const compactTime = (at: Date): string => shanghaiTime(at).replaceAll(/\D/g, '')

/** `2026-11-21` in Asia/Shanghai. */
export const shanghaiDate = (at: Date): string => shanghaiTime(at).slice(0, 10)

/** The instant of `20261121211200` in Asia/Shanghai, or undefined when that is not fourteen digits. */
export const readCompactTime = (value: string): Date | undefined => {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(value)
  return parts ? new Date(value.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6+08:00')) : undefined
}

/** `2026-11-21` plus days. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
