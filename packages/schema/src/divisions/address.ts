import { currentNames, once } from './table.ts'

/** Longest name of a division in force: 积石山保安族东乡族撒拉族自治县 and others. */
const longestName = 15

/** Names by the part an address writes them in. The bucket 市辖区 is written in no address. */
const names = once(() => {
  const entries = [...currentNames()].filter(([, name]) => name !== '市辖区')
  return {
    upper: new Set(entries.filter(([code]) => code.endsWith('00')).map(([, name]) => name)),
    counties: new Set(entries.filter(([code]) => !code.endsWith('00')).map(([, name]) => name)),
  }
})

/**
 * The divisions an address begins with, down to its county: `四川省广安市广安区思源大道1号` gives `四川省广安市广安区`.
 * Compared with the names in force, not by the endings 市 and 区, which housing estates (小区) have too. Empty when the
 * address begins with no such name.
 */
export function divisionPrefix(address: string): string {
  const { upper, counties } = names()
  const province = leadingName(address, upper)
  const city = province + leadingName(address.slice(province.length), upper)
  return city + leadingName(address.slice(city.length), counties)
}

function leadingName(text: string, known: ReadonlySet<string>): string {
  for (let length = Math.min(longestName, text.length); length > 1; length -= 1)
    if (known.has(text.slice(0, length))) return text.slice(0, length)
  return ''
}
