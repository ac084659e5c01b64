import { createHash } from 'node:crypto'
import { TongbanError } from '@tongban/schema'
import { sourceFailure } from '../../failures.ts'
import type { Place } from './places/place.ts'
import { flagName, flagText } from './readiness.ts'
import type { WriteFile, WrittenFile } from './requests.ts'
import { aboutFile, type FileIo, type Room } from './room.ts'
import { encodeText } from './text.ts'

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Appears under its name in one step. */
async function place(where: Place, name: string, content: Uint8Array, { signal }: FileIo): Promise<void> {
  const temporary = `${name}.tmp`
  await where.write(temporary, content, signal)
  await where.rename(temporary, name, signal)
}

async function digestOf(where: Place, name: string, { signal }: FileIo): Promise<string | undefined> {
  if (!(await where.stat(name, signal))) return undefined
  const hash = createHash('sha256')
  for await (const chunk of where.read(name, { start: 0 }, signal)) hash.update(chunk)
  return hash.digest('hex')
}

function contentOf({ format, charset, name }: Room, { rows, day, part = 1 }: WriteFile) {
  if (format.kind === 'xlsx')
    throw new TongbanError('TB_CONFIG_INVALID', {
      path: 'protocol.format',
      detail: 'workbooks are read and not written; use csv',
    })
  return { file: name.write({ day, part }), content: encodeText(format.write(rows, charset), charset) }
}

/**
 * Puts a file there: whole under another name, then renamed, then its flag with the number of rows and the digest. Repeating it
 * changes nothing.
 *
 * @throws TongbanError `TB_SOURCE_REFUSED` when another file is there and may not be replaced
 */
export async function writeFile(room: Room, request: WriteFile, io: FileIo): Promise<WrittenFile> {
  const { file, content } = contentOf(room, request)
  const { flag } = room.ready
  const digest = sha256(content)
  const before = await digestOf(room.place, file, io)
  if (before !== undefined && before !== digest && !request.replace)
    throw aboutFile(
      room.name.text,
      { day: request.day, part: request.part ?? 1 },
      sourceFailure('TB_SOURCE_REFUSED', { detail: 'another file is there already' }),
    )
  // The other side must not take a new file for whole because of the old flag.
  if (before !== digest && flag) await room.place.remove(flagName(file, flag), io.signal)
  if (before !== digest) await place(room.place, file, content, io)
  if (flag) await place(room.place, flagName(file, flag), Buffer.from(flagText(request.rows.length, digest)), io)
  return { name: file, digest, rows: request.rows.length, written: before !== digest }
}
