import { configMistake } from '../sources/config-mistake.ts'
import { hintAt } from '../sources/options/hint.ts'
import type { Source } from '../sources/source.ts'

/** The methods of every port, by port and name, and whether a port can do without. */
export type KnownPorts = Readonly<Record<string, Readonly<Record<string, 'NEEDED' | 'OPTIONAL'>>>>

/**
 * Refuses ports that nobody asks, methods that nobody calls and ports without a method that somebody calls.
 *
 * @throws TongbanError `TB_CONFIG_INVALID` with the path as a source file writes it, `sources[0].items.byCode`
 */
export function refusePortMistakes(sources: readonly Source[], known: KnownPorts): void {
  for (const [index, { ports }] of sources.entries())
    for (const [port, methods] of Object.entries(ports)) {
      const wanted = known[port]
      if (!wanted)
        throw configMistake(['sources', index, port], `there is no such port; ${hintAt(port, Object.keys(known))}`)
      const mistake = unknownMethod(methods, wanted) ?? missingMethod(methods, wanted)
      if (mistake) throw configMistake(['sources', index, port, mistake.method], mistake.fix)
    }
}

/** What a misspelt method was meant to be is missing, too: the slip is told first. */
function unknownMethod(methods: object, wanted: KnownPorts[string]) {
  const method = Object.keys(methods).find((name) => !Object.hasOwn(wanted, name))
  if (method === undefined) return undefined
  return { method, fix: `there is no such method; ${hintAt(method, Object.keys(wanted))}` }
}

function missingMethod(methods: object, wanted: KnownPorts[string]) {
  const given = new Map<string, unknown>(Object.entries(methods))
  const method = Object.keys(wanted).find((name) => wanted[name] === 'NEEDED' && given.get(name) === undefined)
  return method === undefined ? undefined : { method, fix: 'this port cannot do without the method; write it' }
}
