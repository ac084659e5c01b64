import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { GatewayConfig } from '../config/types.ts'
import { readTape, recordSource, replaySource, tapeWriter } from '../sources/tape/index.ts'

/** Folders of tapes, one file a source. */
export interface TapeOptions {
  /** Traffic is recorded here. */
  readonly record?: string
  /** Sources with a tape here are answered from it. */
  readonly replay?: string
}

const tapeOf = (folder: string, id: string): string => join(folder, `${id}.jsonl`)

/** The configuration with its sources recorded, or answered from tapes where there are some. @throws TongbanError `TB_FILE_UNREADABLE` */
export async function withTapes(config: GatewayConfig, { record, replay }: TapeOptions): Promise<GatewayConfig> {
  const sources = await Promise.all(
    config.sources.map(async (source) => {
      if (replay !== undefined && existsSync(tapeOf(replay, source.id)))
        return replaySource(source, await readTape(tapeOf(replay, source.id)))
      return record === undefined ? source : recordSource(source, { write: tapeWriter(tapeOf(record, source.id)) })
    }),
  )
  return { ...config, sources }
}
