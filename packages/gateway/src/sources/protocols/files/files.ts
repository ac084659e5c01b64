import { TongbanError } from '@tongban/schema'
import type { Protocol } from '../../source.ts'
import type { Charset } from '../charset.ts'
import type { DeliveryRules } from './deliveries/rules.ts'
import type { Expectation } from './expected-days.ts'
import type { Format } from './format.ts'
import { listFiles } from './list.ts'
import { namePattern } from './names.ts'
import { nextRows } from './next-rows.ts'
import type { FileLimits } from './opening/opening.ts'
import type { Place } from './places/place.ts'
import { readFile } from './read.ts'
import type { Readiness } from './readiness.ts'
import type { FilesRequest } from './requests.ts'
import { createRoom, type FileIo, type Room } from './room.ts'
import { filesSince } from './since.ts'
import { writeFile } from './write.ts'

/** How a source that drops files speaks. */
export interface FilesOptions {
  readonly place: Place
  /** Names of the files, with their business day: `items{yyyyMMdd}.csv`. See `NamePattern`. */
  readonly name: string
  readonly format: Format
  /** Agreed character set; a head that is plainly in the other one is read in that. @default 'utf-8' */
  readonly charset?: Charset
  /** How to tell that a file is whole. @default the same size at two looks that are 30 seconds apart */
  readonly ready?: Readiness
  /** On which days files are expected. @default nobody knows, and no gaps are told */
  readonly expect?: Expectation
  /** Late files and corrections are looked for so many days before the last one taken. @default 31 */
  readonly lookBackDays?: number
  readonly limits?: Partial<FileLimits>
}

const defaultLimits: FileLimits = { maxFileBytes: 33_554_432, maxPageBytes: 4_194_304, maxRecordBytes: 262_144 }
const defaultReadiness: Readiness = { stable: { looks: 2, apartMs: 30_000 } }

const wrong = (path: string, detail: string) =>
  new TongbanError('TB_CONFIG_INVALID', { path: `protocol.${path}`, detail })

function checked(options: FilesOptions): FilesOptions {
  const { ready, lookBackDays = 1 } = options
  if (ready && !ready.flag && !ready.stable && !ready.renamed)
    throw wrong('ready', 'say how a file is known to be whole: flag, stable or renamed')
  if (ready?.flag && ready.flag.suffix === '')
    throw wrong('ready.flag.suffix', 'give the ending of flag files, for example .ok')
  if (ready?.stable && ready.stable.looks < 2) throw wrong('ready.stable.looks', 'one look cannot tell; give 2 or more')
  if (!Number.isInteger(lookBackDays) || lookBackDays < 1) throw wrong('lookBackDays', 'give whole days, 1 or more')
  return options
}

const roomOf = ({ place, name, format, charset = 'utf-8', ready = defaultReadiness, limits }: FilesOptions): Room =>
  createRoom({ place, name: namePattern(name), format, charset, ready, limits: { ...defaultLimits, ...limits } })

const perform = (room: Room, rules: DeliveryRules, request: FilesRequest, io: FileIo): Promise<unknown> => {
  switch (request.action) {
    case 'list':
      return listFiles(room, request, io)
    case 'read':
      return readFile(room, request, io)
    case 'since':
      return filesSince(room, rules, request, io)
    case 'next':
      return nextRows(room, rules, request, io)
    case 'write':
      return writeFile(room, request, io)
  }
}

/**
 * A source that drops files, usually one a day (每日文件交换), into a folder or on an SFTP server. Half-written files are never
 * read; a replaced, doubled, late or missing file is noticed.
 *
 * A file is looked through once before its first page: give operations on large files a longer `attemptTimeoutMs`.
 *
 * @example
 * files({
 *   place: sftp({ host: 'drop.example.cn', username: 'tongban', privateKey, hostKey: 'SHA256:…', path: '/outgoing' }),
 *   name: 'items{yyyyMMdd}.csv', charset: 'gb18030', ready: { flag: { suffix: '.ok' } },
 *   format: csv({ columns: { code: ['事项编码', '事项代码'], name: '事项名称' }, key: 'code' }),
 * })
 * @throws TongbanError `TB_CONFIG_INVALID` naming the field that cannot be used
 */
export function files(options: FilesOptions): Protocol<FilesRequest> {
  const { expect, lookBackDays = 31 } = checked(options)
  const room = roomOf(options)
  const rules: DeliveryRules = { lookBackDays, ...(expect ? { expect } : {}) }
  return {
    kind: 'files',
    send: (request: FilesRequest, io) => perform(room, rules, request, io),
    close: () => room.place.close(),
  }
}
