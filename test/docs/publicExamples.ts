import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { ownFilesOnly } from '../../scripts/docs/publicNames.ts'
import { ENTRIES } from '../../scripts/entries.ts'

/** The `@example` of every public function, as a module that can be compiled and run. */
export type PublicExample = {
  /** Such as 'm013: computeFee'. */
  readonly title: string
  readonly code: string
  /** Public names that the example uses, with the entry they come from. */
  readonly imports: ReadonlyMap<string, string>
  /** What it uses of exampleWorld.ts. */
  readonly world: readonly string[]
}

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))
const WORLD = path('test/docs/exampleWorld.ts')

type Found = { readonly symbol: ts.Symbol; readonly entry: string; readonly name: string }

/** Examples, and the public functions without one. */
export function publicExamples(): {
  readonly examples: readonly PublicExample[]
  readonly missing: readonly string[]
} {
  const program = ts.createProgram([...Object.values(ENTRIES).map(path), WORLD], ...ownFilesOnly())
  const checker = program.getTypeChecker()
  const exportsOf = (file: string): readonly ts.Symbol[] => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`${file} exports nothing`)
    return checker.getExportsOfModule(module)
  }
  const target = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const names = Object.entries(ENTRIES).flatMap(([entry, file]) =>
    exportsOf(path(file)).map(symbol => ({ symbol: target(symbol), entry, name: symbol.name })),
  )
  const world = new Set(exportsOf(WORLD).map(({ name }) => name))
  const functions = [
    ...new Map(names.filter(isFunction).map(found => [found.symbol, found] as const)).values(),
  ]
  const examples = functions.flatMap(found => {
    const code = exampleOf(found.symbol)
    return code === undefined ? [] : [toExample(found, code, names, world)]
  })
  return {
    examples,
    missing: functions
      .filter(({ symbol }) => exampleOf(symbol) === undefined)
      .map(({ symbol, entry, name }) => `${entry}: ${name} (${fileOf(symbol)})`),
  }

  function isFunction({ symbol, name }: Found): boolean {
    const { valueDeclaration } = symbol
    if (valueDeclaration === undefined || symbol.flags & (ts.SymbolFlags.ValueModule | ts.SymbolFlags.Class))
      return false
    const type = checker.getTypeOfSymbolAtLocation(symbol, valueDeclaration)
    // What a package has made, of which no type is known here, may be one; by its name it is no constant.
    const isUnknown = (type.flags & ts.TypeFlags.Any) !== 0 && /^[a-z]/.test(name)
    return type.getCallSignatures().length > 0 || isUnknown
  }
}

const fileOf = ({ valueDeclaration }: ts.Symbol) =>
  (valueDeclaration?.getSourceFile().fileName ?? '').slice(path('').length)

function exampleOf(symbol: ts.Symbol): string | undefined {
  const tag = symbol.getJsDocTags().find(({ name }) => name === 'example')
  // An example may be one program, imports and all, or lines for which everything public is there.
  return tag && ts.displayPartsToString(tag.text).replace(/^```.*\n?|\n?```$/gm, '')
}

function toExample(
  { entry, name }: Found,
  code: string,
  names: readonly Found[],
  world: ReadonlySet<string>,
): PublicExample {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  const [used, declared] = [new Set<string>(), new Set<string>()]
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node
      const isKey =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node)
      if (!isKey)
        ((ts.isVariableDeclaration(parent) ||
          ts.isBindingElement(parent) ||
          ts.isParameter(parent) ||
          ts.isImportSpecifier(parent) ||
          ts.isNamespaceImport(parent)) &&
        parent.name === node
          ? declared
          : used
        ).add(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  const free = [...used].filter(text => !declared.has(text))
  const places = [entry, 'index', 'client', ...Object.keys(ENTRIES)]
  const imports = new Map(
    free.flatMap(text => {
      const place = places.find(place => names.some(found => found.entry === place && found.name === text))
      return place !== undefined && !world.has(text) ? [[text, place] as const] : []
    }),
  )
  return { title: `${entry}: ${name}`, code, imports, world: free.filter(text => world.has(text)) }
}

/** An example as a module; its lines stand in a function that is exported as `run`. */
export function moduleOf({ code, imports, world }: PublicExample, wrap = (code: string) => code): string {
  const own = [...code.matchAll(/^import .*$/gm)].map(([line]) =>
    line.replace(/'regen-fees(?:\/([\w-]+))?'/, (_, entry = 'index') => `'${path(ENTRIES[entry] ?? '')}'`),
  )
  return [
    ...own,
    ...[...imports].map(([name, entry]) => `import { ${name} } from '${path(ENTRIES[entry] ?? '')}'`),
    ...(world.length > 0 ? [`import { ${world.join(', ')} } from '${WORLD}'`] : []),
    'export async function run() {',
    wrap(code.replace(/^import .*$/gm, '')),
    '}',
    '',
  ].join('\n')
}

/** Each statement with a comment behind it becomes a check that its value, or what it logs, prints as the comment says. */
export function withChecks(code: string): string {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true)
  return source.statements
    .map(statement => {
      const comment = /^[^\S\n]*\/\/ (.*)/.exec(code.slice(statement.end))?.[1]
      const text = statement.getText(source)
      if (!ts.isExpressionStatement(statement) || comment === undefined) return text
      const logged = /^console\.log\((.*)\)$/s.exec(text)?.[1]
      return `check(await (${logged ?? text}), ${JSON.stringify(comment.trim())})`
    })
    .join('\n')
}
