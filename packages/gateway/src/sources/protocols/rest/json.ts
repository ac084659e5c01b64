/** Strings are kept, commas before a closing bracket are not. */
const stringOrTrailingComma = /("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g

const tryParse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // V8 quotes the text around the mistake, and that text may be about a person: the reason is dropped.
    return undefined
  }
}

/** Reads JSON, also with trailing commas; undefined when it is none. */
export function readJson(text: string): unknown {
  const read = tryParse(text)
  return read === undefined ? tryParse(text.replace(stringOrTrailingComma, '$1')) : read
}
