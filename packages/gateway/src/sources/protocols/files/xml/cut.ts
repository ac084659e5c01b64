import { sourceFailure } from '../../../failures.ts'
import type { Charset } from '../../charset.ts'
import { xmlToken } from '../../xml/read.ts'
import type { Cut, Cutter } from '../format.ts'
import { maskFor } from '../mask.ts'

/** How records of elements are cut. */
export interface ElementRules {
  readonly from: number
  readonly charset: Charset
  readonly maxRecordBytes: number
  /** Names of the elements from the root to the record, without prefixes. */
  readonly path: readonly string[]
  /** Elements that are open already: none at the start of a document, all above a record when reading goes on there. */
  readonly open: readonly string[]
}

/** None of the tokens is a declaration: entity bombs and references to files begin with one. */
const token = new RegExp(xmlToken, 'y')

const shape = (detail: string) => sourceFailure('TB_SOURCE_SHAPE', { detail })
const nameOf = (tag: string): string => (/^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '').replace(/^.*:/, '')
const isDeclaration = (text: string): boolean => text.startsWith('<!') && !/^<!(?:-|\[|$)/.test(text)

const same = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((name, index) => name === right[index])

/** Cuts a document into its record elements with bounded memory; everything else must be well-formed and is passed over. */
export function elementCutter({ from, charset, maxRecordBytes, path, open }: ElementRules): Cutter {
  const mask = maskFor(charset)
  const parents = path.slice(0, -1)
  const stack = [...open]
  let hasRoot = open.length > 0
  let bytes = Buffer.alloc(0)
  let masked = ''
  /** Position in the file of what is kept; index below it of the next token and of the record that has begun. */
  let start = from
  let at = 0
  let record: number | undefined

  const begin = (tag: string): void => {
    if (stack.length === 0 && hasRoot) throw shape('expected one root element')
    hasRoot = true
    if (record === undefined && nameOf(tag) === path.at(-1) && same(stack, parents)) record = at
    stack.push(nameOf(tag))
  }
  const end = (tag: string, after: number): Cut | undefined => {
    if (stack.pop() !== nameOf(tag)) throw shape('expected elements that are closed in their order')
    if (record === undefined || stack.length !== parents.length) return undefined
    const cut = { start: start + record, end: start + after, bytes: bytes.subarray(record, after) }
    record = undefined
    return cut
  }
  const read = (found: string): Cut | undefined => {
    const after = at + found.length
    const isTag = /^<[^!?]/.test(found)
    if (!isTag && !found.startsWith('<') && stack.length === 0 && /[^\s]/.test(found))
      throw shape('expected an XML document')
    if (isTag && !found.startsWith('</')) begin(found)
    return isTag && (found.startsWith('</') || found.endsWith('/>')) ? end(found, after) : undefined
  }
  const forget = (): void => {
    const done = record ?? at
    bytes = bytes.subarray(done)
    masked = masked.slice(done)
    start += done
    at -= done
    if (record !== undefined) record = 0
  }
  /** Text is a token at once; a tag, comment or section only when its end is there. */
  const nextToken = (): string | undefined => {
    token.lastIndex = at
    return token.exec(masked)?.[0]
  }
  const drain = (): Cut[] => {
    const cuts: Cut[] = []
    for (let found = nextToken(); found !== undefined; found = nextToken()) {
      const cut = read(found)
      at += found.length
      if (cut) cuts.push(cut)
    }
    if (isDeclaration(masked.slice(at, at + 3))) throw shape('expected a document without declarations')
    forget()
    if (masked.length > maxRecordBytes) throw shape(`expected records of at most ${maxRecordBytes} bytes`)
    return cuts
  }
  return {
    push(chunk) {
      bytes = Buffer.concat([bytes, chunk])
      masked += mask(chunk)
      return drain()
    },
    finish() {
      if (masked.length > at || stack.length > 0 || !hasRoot)
        throw shape('expected a whole document, found one that is cut')
      return []
    },
  }
}
