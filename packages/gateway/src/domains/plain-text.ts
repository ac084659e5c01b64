/**
 * Whether a text is whole Unicode without control characters: what a field of one line may hold. PostgreSQL keeps neither
 * U+0000 nor half a surrogate pair, and a line break in a value could forge a line elsewhere.
 */
export const isPlain = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text)

/** Like {@link isPlain}, with tabs and line breaks: what a person may write into a field of several lines. */
export const isPlainProse = (text: string): boolean => isPlain(text.replace(/[\t\n\r]/g, ''))
