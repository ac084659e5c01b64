const sumOf = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const BASE36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const valuesIn = (alphabet: string, text: string): number[] => [...text].map((character) => alphabet.indexOf(character))

/** Organisation code (GB 11714): eight characters and their check. */
export const organisationCode = (body: string): string => {
  const check = 11 - (sumOf(valuesIn(BASE36, body), [3, 7, 9, 10, 5, 8, 4, 2]) % 11)
  return body + (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

/** Unified social credit code (GB 32100): `kind` two characters, division six, organisation code nine, check. */
export const creditCode = (kind: string, division: string, organisation: string): string => {
  const body = kind + division + organisation
  const check = (31 - (sumOf(valuesIn(USCC_ALPHABET, body), USCC_WEIGHTS) % 31)) % 31
  return body + USCC_ALPHABET.charAt(check)
}

/** Resident number (GB 11643): division, birth date `YYYYMMDD`, three digits of sequence, check. */
export const residentNumber = (division: string, birth: string, sequence: string): string => {
  const body = division + birth + sequence
  const sum = sumOf(valuesIn(BASE36, body), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
  return body + '10X98765432'.charAt(sum % 11)
}

/** Check character of a certificate identifier (ISO 7064 MOD 37,36) over its parts without dots. */
export const certificateCheck = (body: string): string => {
  const remainder = valuesIn(BASE36, body).reduce((p, value) => (((p + value) % 36 || 36) * 2) % 37, 36)
  return BASE36.charAt((37 - remainder) % 36)
}
