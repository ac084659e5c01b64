import type { TongbanError } from '@tongban/schema'
import type { Log } from '../telemetry/types.ts'

/** A log whose lines can be searched for what should not be there. */
export const rememberingLog = (written: string[]): Log => {
  const remember = (fields: object, message: string) => void written.push(`${message} ${JSON.stringify(fields)}`)
  const log: Log = { debug: remember, info: remember, warn: remember, error: remember, child: () => log }
  return log
}

/** An error as text, in both languages. */
export const textOf = (error: TongbanError): string =>
  [error.code, error.message, error.messageIn('en'), JSON.stringify(error.params)].join(' ')
