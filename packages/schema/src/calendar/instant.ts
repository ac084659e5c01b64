const withZone = /(Z|[+-]\d{2}:?\d{2})$/
const localTime = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?)?$/

/**
 * Milliseconds since 1970 of a time as sources write it: ISO 8601 with a zone, or `YYYY-MM-DD[ HH:mm[:ss]]` without
 * one, which is Shanghai time. `undefined` when it cannot be read.
 */
export function instantOf(text: string): number | undefined {
  const [, date, time = '00:00', seconds = ':00'] = localTime.exec(text) ?? []
  const zoned = date === undefined ? text : `${date}T${time}${seconds}+08:00`
  const instant = withZone.test(zoned) ? Date.parse(zoned) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}
