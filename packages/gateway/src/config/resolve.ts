import type { z } from 'zod'
import { isScope } from '../access/scopes.ts'
import { configMistake } from '../sources/config-mistake.ts'
import { importedId } from '../sources/imported.ts'
import { firstMistake, pathOf } from '../sources/options/strict.ts'
import type { OverlapRule } from '../sources/overlaps/rule.ts'
import type { Source } from '../sources/source.ts'
import { type KnownPorts, refusePortMistakes } from './port-mistakes.ts'
import { configShape } from './shape.ts'
import type { ClientConfig, GatewayConfig } from './types.ts'

/** The configuration with every default filled in. */
export interface ResolvedConfig extends Omit<z.output<typeof configShape>, 'sources' | 'overlaps' | 'clients'> {
  readonly sources: readonly Source[]
  readonly overlaps: readonly OverlapRule[]
  readonly clients: readonly ClientConfig[]
}

function refuseDuplicates(list: 'sources' | 'clients', ids: readonly string[]): void {
  ids.forEach((id, index) => {
    const first = ids.indexOf(id)
    if (first !== index)
      throw configMistake([list, index, 'id'], `"${id}" is already the id of ${list}[${first}]; choose another`)
  })
}

/** What was imported from a file must not seem to come from a system. */
function refuseReserved(sources: readonly Source[]): void {
  const index = sources.findIndex(({ id }) => id === importedId)
  if (index >= 0)
    throw configMistake(
      ['sources', index, 'id'],
      `"${importedId}" is kept for what is imported from a file; choose another`,
    )
}

function refuseUnknownScopes(clients: readonly ClientConfig[]): void {
  clients.forEach((client, index) => {
    const unknown = client.scopes.findIndex((scope) => !isScope(scope))
    if (unknown >= 0)
      throw configMistake(
        ['clients', index, 'scopes', unknown],
        `there is no scope "${client.scopes[unknown]}"; see docs/operating.md for the list`,
      )
  })
}

/**
 * Checks an operator's configuration and fills in defaults.
 *
 * @param ports - the methods of ports, which the domains know
 * @throws TongbanError `TB_CONFIG_INVALID` naming the path of the first mistake and how to mend it
 */
export function resolveConfig(config: GatewayConfig, ports?: KnownPorts): ResolvedConfig {
  const parsed = configShape.safeParse(config)
  const issue = firstMistake(parsed.error?.issues ?? [])
  if (issue) throw configMistake(pathOf(issue), issue.message)
  if (!parsed.data) throw configMistake([], 'give a configuration object')
  const { sources, overlaps = [], clients = [] } = config
  refuseDuplicates(
    'sources',
    sources.map((source) => source.id),
  )
  refuseReserved(sources)
  if (ports) refusePortMistakes(sources, ports)
  refuseDuplicates(
    'clients',
    clients.map((client) => client.id),
  )
  refuseUnknownScopes(clients)
  return { ...parsed.data, sources, overlaps, clients }
}
