import { sourceFailure } from '../../failures.ts'
import type { Charset } from '../charset.ts'
import type { Cut, Cutter } from './format.ts'
import { maskFor } from './mask.ts'

/** How records of lines are cut. */
export interface LineRules {
  readonly from: number
  readonly charset: Charset
  readonly maxRecordBytes: number
  /** Sign between fields; without one, quotes mean nothing and every line is a record. */
  readonly delimiter?: string
}

const quote = '"'

/** Where the record that begins at `from` ends: the index after its line break; undefined when it is not all there. */
interface Scan {
  readonly end: number | undefined
  readonly isOpen: boolean
}

/** A quote opens a field only at its beginning, also in the spreadsheet habit `="00123"`; a doubled one closes and opens again. */
function createScanner(delimiter: string | undefined) {
  let at = 0
  let isOpen = false
  let wasQuoted = false
  let isFieldStart = true
  const step = (sign: string): void => {
    if (sign === quote && (isFieldStart || isOpen || wasQuoted)) {
      isOpen = !isOpen
      wasQuoted = true
      isFieldStart = false
    } else if (!isOpen && sign === delimiter) {
      isFieldStart = true
      wasQuoted = false
    } else if (!(isFieldStart && sign === '=')) isFieldStart = false
  }
  const restart = () => {
    at = 0
    isOpen = false
    wasQuoted = false
    isFieldStart = true
  }
  return {
    restart,
    /** Continues where it stopped; `text` begins with the record. */
    next(text: string): Scan {
      for (; at < text.length; at++) {
        const sign = text.charAt(at)
        if (sign === '\n' && !isOpen) {
          const end = at + 1
          restart()
          return { end, isOpen: false }
        }
        if (delimiter !== undefined) step(sign)
      }
      return { end: undefined, isOpen }
    },
  }
}

const isBlank = (masked: string): boolean => /^[ \t\r\n]*$/.test(masked)
const withoutBreak = (masked: string): number => masked.length - (/\r?\n$/.exec(masked)?.[0].length ?? 0)

/**
 * Cuts lines into records, with line breaks inside quotes. A quote that is never closed costs the line it is in and not the
 * rest of the file: that line is a fault, and cutting goes on behind it.
 */
export function lineCutter({ from, charset, maxRecordBytes, delimiter }: LineRules): Cutter {
  const mask = maskFor(charset)
  const scanner = createScanner(delimiter)
  let bytes = Buffer.alloc(0)
  let masked = ''
  let start = from

  const take = (length: number, fault?: string): readonly Cut[] => {
    const text = masked.slice(0, length)
    const record = { start, end: start + length, bytes: bytes.subarray(0, withoutBreak(text)) }
    bytes = bytes.subarray(length)
    masked = masked.slice(length)
    start += length
    return isBlank(text) ? [] : [fault === undefined ? record : { ...record, fault }]
  }
  const giveUpLine = (): readonly Cut[] => {
    const lineEnd = masked.indexOf('\n') + 1
    scanner.restart()
    return take(lineEnd || masked.length, 'a quote that is never closed')
  }
  const drain = (isLast: boolean): Cut[] => {
    const cuts: Cut[] = []
    for (;;) {
      const { end, isOpen } = scanner.next(masked)
      if (end !== undefined) cuts.push(...take(end))
      else if (isOpen && (isLast || masked.length > maxRecordBytes)) cuts.push(...giveUpLine())
      else break
    }
    if (masked.length > maxRecordBytes)
      throw sourceFailure('TB_SOURCE_SHAPE', { detail: `expected rows of at most ${maxRecordBytes} bytes` })
    return cuts
  }
  return {
    push(chunk) {
      bytes = Buffer.concat([bytes, chunk])
      masked += mask(chunk)
      return drain(false)
    },
    finish() {
      const cuts = drain(true)
      return masked === '' ? cuts : [...cuts, ...take(masked.length)]
    },
  }
}
