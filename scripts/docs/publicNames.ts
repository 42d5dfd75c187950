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

/** An entry's exports as the compiler has them: the name, and what it stands for in the file that declares it. */
type EntrySymbols = {
  readonly entry: string
  readonly names: readonly {
    readonly name: string
    /** The name as the entry exports it: the list, for a namespace, and not what is in it. */
    readonly exported: ts.Symbol
    readonly symbol: ts.Symbol
    readonly isValue: boolean
  }[]
}

let known: { readonly checker: ts.TypeChecker; readonly entries: readonly EntrySymbols[] } | undefined

/** The exported symbols of every entry, and the compiler that read them; read once. */
export function entrySymbols() {
  known ??= readSymbols()
  return known
}

/** The exported names of every entry, as the compiler sees them. */
export const publicNames = (): readonly PublicNames[] =>
  entrySymbols().entries.map(({ entry, names }) => {
    const sorted = (values: boolean) =>
      names
        .filter(({ isValue }) => isValue === values)
        .map(({ name }) => name)
        .sort()
    return { entry, values: sorted(true), types: sorted(false) }
  })

function readSymbols() {
  const program = ts.createProgram(Object.values(ENTRIES).map(path), ...ownFilesOnly())
  const checker = program.getTypeChecker()
  const entries = Object.entries(ENTRIES).map(([entry, file]) => {
    const source = program.getSourceFile(path(file))
    const module = source && checker.getSymbolAtLocation(source)
    if (module === undefined) throw new Error(`${file} exports nothing`)
    const names = checker.getExportsOfModule(module).map(exported => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0 && !isTypeOnlyExport(exported)
      return { name: exported.name, exported, symbol, isValue }
    })
    return { entry: entry === 'index' ? 'regen-fees' : `regen-fees/${entry}`, names }
  })
  return { checker, entries }
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
