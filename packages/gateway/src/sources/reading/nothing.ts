/** The spellings of "there is nothing": missing, `null`, `""`, blanks, `"null"`, `"undefined"`, `[]`. */
export const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && /^(?:|null|undefined|NULL)$/.test(value.trim())) ||
  (Array.isArray(value) && value.length === 0)

/** Full-width digits, letters and marks as their ASCII twins: people type numbers with a Chinese input method. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('\u3000', ' ')
