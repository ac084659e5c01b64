import { isTongbanError, type TongbanError } from '@tongban/schema'
import { LRUCache } from 'lru-cache'
import { sourceFailure } from '../../failures.ts'
import type { AttemptIo } from '../../source.ts'
import type { Charset } from '../charset.ts'
import type { Format } from './format.ts'
import { isSafeName, type NamePattern, type Slot } from './names.ts'
import type { OpenedFile } from './opened.ts'
import type { FileLimits } from './opening/opening.ts'
import { openStreamed } from './opening/streamed.ts'
import { openWhole } from './opening/whole.ts'
import type { Entry, Place } from './places/place.ts'
import { createWatch, flagName, isFlagged, type Readiness, readFlag, unfinished } from './readiness.ts'

/** What an attempt may use here: files need no HTTP. */
export type FileIo = Pick<AttemptIo, 'signal' | 'now'>

/** A file of the agreed kind, and whether it may be read. */
export interface Found extends Slot {
  readonly entry: Entry
  readonly flag: Entry | undefined
  readonly isReady: boolean
}

/** What became of opening a file. */
export type Opened =
  | { readonly state: 'OPEN'; readonly file: OpenedFile }
  | { readonly state: 'NOT_READY' }
  | { readonly state: 'BROKEN'; readonly failure: TongbanError }

/** One kind of file in one place. */
export interface Room {
  readonly place: Place
  readonly name: NamePattern
  readonly format: Format
  readonly charset: Charset
  readonly ready: Readiness
  /** Everything of this kind, by day, part and age of the delivery. */
  scan(io: FileIo): Promise<readonly Found[]>
  /** Looks through a file once; what is known of a version is kept for a while. */
  open(found: Found, io: FileIo): Promise<Opened>
  /** Whether a file is still the same as when it was listed. */
  isSame(entry: Entry, io: FileIo): Promise<boolean>
}

/** What a room is made of. */
export interface RoomOptions extends Pick<Room, 'place' | 'name' | 'format' | 'charset' | 'ready'> {
  readonly limits: FileLimits
}

const byDelivery = (left: Found, right: Found): number =>
  left.day.localeCompare(right.day) ||
  left.part - right.part ||
  left.version.localeCompare(right.version) ||
  left.entry.modifiedAt - right.entry.modifiedAt ||
  left.entry.name.localeCompare(right.entry.name)

const sameEntry = (left: Entry, right: Entry | undefined): boolean =>
  left.name === right?.name && left.size === right.size && left.modifiedAt === right.modifiedAt

/** How long after its last change a file may still change without being seen: some places count whole seconds. */
const settledMs = 2_000
const flagBytes = 4_096

/** A failure of a file, saying which kind and which day; names given by the other side are not repeated. */
export const aboutFile = (
  pattern: string,
  { day, part }: Pick<Slot, 'day' | 'part'>,
  failure: TongbanError,
): TongbanError =>
  failure.code === 'TB_SOURCE_SHAPE' || failure.code === 'TB_SOURCE_REFUSED'
    ? sourceFailure(
        failure.code,
        { detail: `${pattern} of ${day}${part === 1 ? '' : ` part ${part}`}: ${String(failure.params.detail ?? '')}` },
        { cause: failure },
      )
    : failure

/** Whether a failure is about the content of a file, so that it stays until the file is delivered anew. */
const isAboutContent = ({ code }: TongbanError): boolean => code === 'TB_SOURCE_SHAPE' || code === 'TB_SOURCE_TOO_LARGE'

/** Makes a room: rules of readiness in force, and memory of the versions that were looked through. */
export function createRoom({ limits, ...options }: RoomOptions): Room {
  const { place, name, format, charset, ready } = options
  const known = new LRUCache<string, Opened>({ max: 4 })
  const watch = ready.stable && createWatch(ready.stable)

  const flagOf = (entry: Entry, entries: ReadonlyMap<string, Entry>) =>
    ready.flag && entries.get(flagName(entry.name, ready.flag))
  const isReady = (entry: Entry, flag: Entry | undefined) =>
    (!ready.flag || isFlagged(entry, flag)) && (!watch || watch.isStable(entry))

  const find = (entry: Entry, entries: ReadonlyMap<string, Entry>): Found[] => {
    const slot = isSafeName(entry.name) && !unfinished.test(entry.name) ? name.read(entry.name) : undefined
    const flag = flagOf(entry, entries)
    return slot ? [{ ...slot, entry, flag, isReady: isReady(entry, flag) }] : []
  }
  const promisedBy = async (flag: Entry | undefined, { signal }: FileIo) => {
    const chunks: Uint8Array[] = []
    if (flag) for await (const chunk of place.read(flag.name, { start: 0, end: flagBytes }, signal)) chunks.push(chunk)
    return readFlag(Buffer.concat(chunks).toString())
  }
  const isSame = async (entry: Entry, { signal }: FileIo) => sameEntry(entry, await place.stat(entry.name, signal))

  const look = async (found: Found, io: FileIo): Promise<Opened> => {
    const { entry } = found
    try {
      const opening = { place, entry, charset, limits, promised: await promisedBy(found.flag, io), signal: io.signal }
      const file = await (format.kind === 'xlsx' ? openWhole(opening, format) : openStreamed(opening, format))
      return file && (await isSame(entry, io)) ? { state: 'OPEN', file } : { state: 'NOT_READY' }
    } catch (error) {
      if (!isTongbanError(error) || !isAboutContent(error)) throw error
      return (await isSame(entry, io))
        ? { state: 'BROKEN', failure: aboutFile(name.text, found, error) }
        : { state: 'NOT_READY' }
    }
  }
  return {
    ...options,
    isSame,
    async scan(io) {
      const entries = await place.list(io.signal)
      watch?.look(entries, io.now().getTime())
      const byName = new Map(entries.map((entry) => [entry.name, entry]))
      return entries.flatMap((entry) => find(entry, byName)).toSorted(byDelivery)
    },
    async open(found, io) {
      const { entry, flag } = found
      const key = JSON.stringify([entry, flag])
      const before = known.get(key)
      if (before) return before
      const opened = await look(found, io)
      const age = io.now().getTime() - Math.max(entry.modifiedAt, flag?.modifiedAt ?? 0)
      if (opened.state !== 'NOT_READY' && age > settledMs) known.set(key, opened)
      return opened
    },
  }
}
