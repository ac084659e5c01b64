import ts from 'typescript'

const folder = new URL('.', import.meta.url).pathname

const node: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts'],
  types: ['node'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  customConditions: ['source'],
}

/** Type-checks some modules as a user's project with plain `strict` would. Gives the messages of the compiler. */
export function compile(modules: Readonly<Record<string, string>>, options: ts.CompilerOptions = {}): string[] {
  const texts = new Map(Object.entries(modules).map(([name, text]) => [`${folder}${name}`, text]))
  const settings = { ...node, ...options }
  const host = ts.createCompilerHost(settings)
  const { readFile, fileExists } = host
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  const program = ts.createProgram([...texts.keys()], settings, { ...host, getSourceFile: undefinedSafe(host) })
  return ts.getPreEmitDiagnostics(program).map(describeDiagnostic)
}

const undefinedSafe =
  (host: ts.CompilerHost): ts.CompilerHost['getSourceFile'] =>
  (path, version) => {
    const text = host.readFile(path)
    return text === undefined ? undefined : ts.createSourceFile(path, text, version)
  }

function describeDiagnostic({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
  return `${file?.fileName.replace(folder, '') ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
}
