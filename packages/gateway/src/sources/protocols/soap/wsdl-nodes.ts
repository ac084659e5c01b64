import { at, isRecord } from '../path.ts'

/** An element of a service description as it is read: children and `@attributes` by name. */
export type WsdlNode = Readonly<Record<string, unknown>>

/** Children at a path, whether there are none, one or several. */
export const nodesAt = (node: unknown, path: string): WsdlNode[] => {
  const found = at(node, path)
  return (Array.isArray(found) ? found : [found]).filter(isRecord)
}

/** An attribute, or the empty text. */
export const attribute = (node: unknown, name: string): string => {
  const value = at(node, `@${name}`)
  return typeof value === 'string' ? value : ''
}

/** `tns:find` without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The one among nodes that has this name. */
export const named = (nodes: readonly WsdlNode[], name: string): WsdlNode | undefined =>
  nodes.find((node) => attribute(node, 'name') === localName(name))
