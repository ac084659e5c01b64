import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TongbanError } from '@tongban/schema'
import { resolveConfig } from '../config/resolve.ts'
import type { SourceSamples } from '../contract/samples.ts'
import { portMethods } from '../domains/ports.ts'
import type { Source } from '../sources/source.ts'
import { type CommonOptions, loadConfig } from './load-config.ts'

/**
 * A source of the configuration.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` naming the sources there are
 */
export async function configuredSource(id: string, options: CommonOptions): Promise<Source> {
  const { sources } = resolveConfig(await loadConfig(options), portMethods)
  const found = sources.find((source) => source.id === id)
  if (found) return found
  const known = sources.map((source) => source.id).join(', ') || 'none'
  throw new TongbanError('TB_CONFIG_INVALID', {
    path: 'sources',
    detail: `there is no source "${id}"; there are: ${known}`,
  })
}

const isSamples = (value: unknown): value is SourceSamples => typeof value === 'object' && value !== null

/** Reads samples from a module that exports them by default. @throws TongbanError `TB_FILE_UNREADABLE` */
export async function loadSamples(file: string | undefined): Promise<SourceSamples> {
  if (file === undefined) return {}
  const unreadable = (detail: string, cause?: unknown) =>
    new TongbanError('TB_FILE_UNREADABLE', { file, detail }, { cause })
  const loaded: { default?: unknown } = await import(pathToFileURL(resolve(file)).href).catch((cause: unknown) => {
    throw unreadable(cause instanceof Error ? cause.message : String(cause), cause)
  })
  if (!isSamples(loaded.default)) throw unreadable('export the samples as default')
  return loaded.default
}
