import { parseResidentId } from '@tongban/schema'
import { digits } from './numbers.ts'

/** An invented person; the numbers belong to a street that does not exist and to days of birth in turn. */
export interface Person {
  readonly documentNumber: string
  readonly name: string
}

const checkCharacters = [...'0123456789X']

/** A resident number (GB 11643) with the right check character. */
function residentNumber(n: number): string {
  const body = `330602${1960 + (n % 40)}${digits((n % 12) + 1, 2)}${digits((n % 28) + 1, 2)}${digits(n % 1000, 3)}`
  const valid = checkCharacters.find((check) => parseResidentId(body + check).status === 'valid')
  if (valid === undefined) throw new Error(`no check character fits ${n}`)
  return body + valid
}

export const personAt = (n: number): Person => ({
  documentNumber: residentNumber(n),
  name: `测试甲${'一二三四五六七八九十'.charAt(n % 10)}`,
})
