const digitsAndLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** GB 32100 §5: digits and capitals without I, O, S, V, Z. */
export const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const weighted = (text: string, weights: readonly number[], alphabet: string): number =>
  weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0)

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of GB 11643 (ISO 7064 MOD 11-2) for 17 digits. */
export const mod11Dash2 = (digits17: string): string =>
  '10X98765432'.charAt(weighted(digits17, residentWeights, digitsAndLetters) % 11)

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of GB 11714 for 8 digits or capitals: 11 − sum mod 11, where 10 is X and 11 is 0. */
export const organisationCheck = (body8: string): string =>
  '0X987654321'.charAt(weighted(body8, organisationWeights, digitsAndLetters) % 11)

const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Check character of GB 32100 for 17 characters: weights 3^i mod 31, check (31 − sum mod 31) mod 31. */
export const creditCheck = (body17: string): string =>
  creditCodeAlphabet.charAt((31 - (weighted(body17, creditWeights, creditCodeAlphabet) % 31)) % 31)

/**
 * ISO 7064 MOD 37,36 (hybrid) over digits and capitals, as used by certificate identifiers and GRid: start p = 36; for
 * each value v: s = (p + v) mod 36, 0 counting as 36; p = 2s mod 37; check value (37 − p) mod 36.
 */
export function mod37Comma36(text: string): string {
  let p = 36
  for (const character of text) {
    const s = (p + digitsAndLetters.indexOf(character)) % 36 || 36
    p = (s * 2) % 37
  }
  return digitsAndLetters.charAt((37 - p) % 36)
}

/**
 * The check character that one vendor's faulty class gives: letters count one too high (A = 11), sums of letters are
 * first reduced by 37 instead of 36, and the result is read one place too low. Reproduces the `M` of a
 * published documentation sample whose right character is `D`. Only for naming the fault, never for issuing.
 */
export function offByOneMod37Comma36(text: string): string {
  let p = 36
  for (const character of text) {
    const value = digitsAndLetters.indexOf(character)
    const sum = value > 9 ? reduceAbove37(p + value + 1) : p + value
    p = ((sum % 36 || 36) * 2) % 37
  }
  return digitsAndLetters.charAt(36 - p)
}

const reduceAbove37 = (sum: number): number => (sum > 37 ? sum % 37 : sum)

/** The same fault in its plain form: letters count one too high, everything else by the standard. */
export function lettersOffByOneMod37Comma36(text: string): string {
  let p = 36
  for (const character of text) {
    const value = digitsAndLetters.indexOf(character)
    const s = (p + value + (value > 9 ? 1 : 0)) % 36 || 36
    p = (s * 2) % 37
  }
  return digitsAndLetters.charAt((37 - p) % 36)
}
