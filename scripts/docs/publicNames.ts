import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'
import { ENTRIES } from '../entries.ts'

/** What an entry exports: values and types, each in the order of the alphabet. */
export type PublicNames = {
  readonly entry: string
  readonly values: readonly string[]
  readonly types: readonly string[]
}

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))

let known: readonly PublicNames[] | undefined

/** The exported names of every entry, as the compiler sees them; read once. */
export function publicNames(): readonly PublicNames[] {
  known ??= readNames()
  return known
}

function readNames(): readonly PublicNames[] {
  const program = ts.createProgram(Object.values(ENTRIES).map(path), ...ownFilesOnly())
  const checker = program.getTypeChecker()
  const isValue = (symbol: ts.Symbol): boolean => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return (target.flags & ts.SymbolFlags.Value) !== 0 && !isTypeOnlyExport(symbol)
  }
  return Object.entries(ENTRIES).map(([entry, file]) => {
    const source = program.getSourceFile(path(file))
    const module = source && checker.getSymbolAtLocation(source)
    if (module === undefined) throw new Error(`${file} exports nothing`)
    const symbols = checker.getExportsOfModule(module)
    const sorted = (found: readonly ts.Symbol[]) => found.map(({ name }) => name).sort()
    return {
      entry: entry === 'index' ? 'regen-fees' : `regen-fees/${entry}`,
      values: sorted(symbols.filter(isValue)),
      types: sorted(symbols.filter(symbol => !isValue(symbol))),
    }
  })
}

/** No types of packages and of JavaScript itself: names are told from our own files, in a third of the time. */
export function ownFilesOnly(): [ts.CompilerOptions, ts.CompilerHost] {
  const config = ts.readConfigFile(path('tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, path('.'))
  const own = { ...options, noLib: true, types: [] }
  const host = ts.createCompilerHost(own)
  host.resolveModuleNameLiterals = (names, file) =>
    names.map(({ text }) => ({
      resolvedModule: /^\..*\.tsx?$/.test(text)
        ? {
            resolvedFileName: fileURLToPath(new URL(text, pathToFileURL(file))),
            extension: extname(text),
            isExternalLibraryImport: false,
          }
        : undefined,
    }))
  return [own, host]
}

const isTypeOnlyExport = (symbol: ts.Symbol): boolean =>
  symbol.declarations?.some(
    declaration =>
      ts.isExportSpecifier(declaration) && (declaration.isTypeOnly || declaration.parent.parent.isTypeOnly),
  ) ?? false
