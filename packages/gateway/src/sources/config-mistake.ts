import { TongbanError } from '@tongban/schema'

/** A mistake in the configuration: where it is, and how to mend it. @param path - from the top of the configuration */
export const configMistake = (path: readonly PropertyKey[], detail: string): TongbanError =>
  new TongbanError('TB_CONFIG_INVALID', { path: pathText(path), detail }, { path: path.map(String) })

/** `sources[2].lastGood["items.byCodes"].to` */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => `${text}${step(part, text === '')}`, '') || 'the whole file'

function step(part: PropertyKey, isFirst: boolean): string {
  if (typeof part === 'number') return `[${part}]`
  const name = String(part)
  if (!/^\w+$/.test(name)) return `[${JSON.stringify(name)}]`
  return isFirst ? name : `.${name}`
}
