/** Query parameters as they enter a signature: percent-encoded as sent, or decoded. */
export type QueryForm = 'RAW' | 'DECODED'

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    // not percent-encoded UTF-8, so it stands as it is
    return part
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Parameters sorted by name, then by value, in the order of code units, joined as in an address. Empty without any. */
export function sortedQuery(search: string, form: QueryForm): string {
  const pairs = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      const [name, value] = at < 0 ? [pair, undefined] : [pair.slice(0, at), pair.slice(at + 1)]
      const read = form === 'RAW' ? (text: string) => text : decoded
      return { name: read(name), value: value === undefined ? undefined : read(value) }
    })
  return pairs
    .sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.value ?? '', b.value ?? ''))
    .map(({ name, value }) => (value === undefined ? name : `${name}=${value}`))
    .join('&')
}

/** Path and query of an address, whole or without its origin, as they stand there. */
export function partsOf(url: string): { readonly path: string; readonly search: string } {
  const local = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? pathAndQuery(url) : url
  const at = local.indexOf('?')
  return at < 0 ? { path: local, search: '' } : { path: local.slice(0, at), search: local.slice(at + 1) }
}

const pathAndQuery = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}
