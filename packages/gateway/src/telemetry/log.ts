import { type DestinationStream, type Logger, pino } from 'pino'
import { scrub, scrubText } from './scrub.ts'
import type { Log } from './types.ts'

/** How a log is made. */
export interface LogOptions {
  /** @default 'info' */
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Where lines go. @default standard output, written without blocking the event loop */
  readonly destination?: DestinationStream
  readonly now?: () => Date
}

/** China has kept UTC+8 without summer time since 1991. */
const shanghaiOffsetMs = 8 * 3_600_000

/** An instant as people on duty read it: ISO 8601 in Asia/Shanghai, for example `2026-03-02T09:30:00.000+08:00`. */
export const shanghaiTime = (at: Date): string =>
  new Date(at.getTime() + shanghaiOffsetMs).toISOString().replace('Z', '+08:00')

/**
 * The log of a gateway: one JSON object per line, levels as words, times in Asia/Shanghai, personal data taken out.
 *
 * @example
 * const log = createLog({ level: 'info' })
 * log.child({ requestId }).info({ source: 'sx-approvals', ms: 38 }, 'case status read')
 */
export function createLog({ level = 'info', destination, now = () => new Date() }: LogOptions = {}): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${shanghaiTime(now())}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return wrap(destination ? pino(options, destination) : pino(options, pino.destination({ sync: false })))
}

function wrap(logger: Logger): Log {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    if (logger.isLevelEnabled(level)) logger[level](scrub(fields), scrubText(message))
  }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => wrap(logger.child(scrub(fields))),
  }
}
