import { discoverSamples } from '../../contract/discover.ts'
import { recordSamples } from '../../contract/record-samples.ts'
import { tapeWriter } from '../../sources/tape/index.ts'
import { configuredSource, loadSamples } from '../configured-source.ts'
import type { CommonOptions } from '../load-config.ts'

/** Options of `tongban record source`. */
export interface RecordSourceOptions extends CommonOptions {
  /** File of the tape. */
  readonly out: string
  readonly samples?: string
}

/** `tongban record source ID --out FILE`: asks the samples of a source and keeps the answers, with personal data replaced. */
export async function recordSourceCommand(
  id: string,
  { out, samples: file, ...options }: RecordSourceOptions,
): Promise<void> {
  const source = await configuredSource(id, options)
  try {
    const samples = await discoverSamples(source, await loadSamples(file))
    let entries = 0
    const write = tapeWriter(out)
    const failed = await recordSamples(source, samples, {
      write: (entry) => {
        entries += 1
        write(entry)
      },
    })
    console.log(`${out}  ${entries} answers recorded${failed > 0 ? `, ${failed} questions failed` : ''}`)
    if (entries === 0) process.exitCode = 1
  } finally {
    await source.protocol.close?.()
  }
}
