/** Under this identifier the gateway files what an operator imports from a file. It is no source, so none may have it. */
export const importedId = 'import'
