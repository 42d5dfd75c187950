import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { entrySymbols } from '../../scripts/docs/publicNames.ts'

/**
 * Who keeps the answer of a function in a variable of their own needs the name of its type.
 *
 * Of a function, the types of parameters and of the answer are exported by the entry that exports the function, or by the root,
 * whose words every entry shares. What such a type is made of has a name in some entry, but for types that its file keeps to itself.
 */

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url))

/** Types that no program names: the parts of a declaration which a public type shows the compiler. */
const PARTS_OF_DECLARATIONS: readonly string[] = [
  // a message's own declaration, behind MessageType
  'MessageDeclaration',
  'BrokenRule',
  // the schema of a policy, behind PolicyConfig and KNOBS
  'Section',
  'SectionName',
  // generated fields of protobuf messages
  'DeepPartial',
]

const { checker, entries } = entrySymbols()

const target = (symbol: ts.Symbol) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

const withNamespaces = (symbol: ts.Symbol): readonly ts.Symbol[] =>
  symbol.flags & ts.SymbolFlags.ValueModule
    ? [symbol, ...checker.getExportsOfModule(symbol).map(target)]
    : [symbol]

const exportedBy = new Map(
  entries.map(({ entry, names }) => [entry, new Set(names.flatMap(({ symbol }) => withNamespaces(symbol)))]),
)
const exportedAnywhere = new Set([...exportedBy.values()].flatMap(symbols => [...symbols]))

const fileOf = (symbol: ts.Symbol) => symbol.declarations?.[0]?.getSourceFile().fileName ?? ''
const isOurs = (symbol: ts.Symbol) => {
  const file = fileOf(symbol)
  return (
    file.startsWith(SOURCE) &&
    !file.includes('/generated/') &&
    (symbol.flags & ts.SymbolFlags.Type) !== 0 &&
    (symbol.flags & ts.SymbolFlags.TypeParameter) === 0
  )
}
const isPrivate = (symbol: ts.Symbol) =>
  !symbol.declarations?.some(
    declaration => ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export,
  )

/** The types of ours that a piece of source names, without the bodies of functions. */
function namedIn(node: ts.Node | undefined): readonly ts.Symbol[] {
  const found: ts.Symbol[] = []
  const visit = (at: ts.Node) => {
    if (ts.isBlock(at)) return
    const named = ts.isTypeReferenceNode(at) ? checker.getSymbolAtLocation(at.typeName) : undefined
    if (named && isOurs(target(named))) found.push(target(named))
    ts.forEachChild(at, visit)
  }
  if (node) visit(node)
  return found
}

/** The same of a type that is inferred. */
function namedInType(type: ts.Type, depth = 0): readonly ts.Symbol[] {
  if (depth > 3) return []
  const inner = [
    ...(type.aliasTypeArguments ?? []),
    ...(type.isUnionOrIntersection() ? type.types : []),
    ...checker.getTypeArguments(type as ts.TypeReference),
  ].flatMap(each => namedInType(each, depth + 1))
  const own = type.aliasSymbol && isOurs(type.aliasSymbol) ? [type.aliasSymbol] : []
  return [...own, ...inner]
}

/** The types in the parameters and the answer of a function. */
function namedInSignatures({ valueDeclaration }: ts.Symbol, symbol: ts.Symbol): readonly ts.Symbol[] {
  if (valueDeclaration === undefined) return []
  const type = checker.getTypeOfSymbolAtLocation(symbol, valueDeclaration)
  return type.getCallSignatures().flatMap(signature => {
    const declaration = signature.getDeclaration() as ts.SignatureDeclaration | undefined
    if (declaration === undefined) return []
    return [
      ...declaration.parameters.flatMap(parameter => namedIn(parameter.type)),
      ...(declaration.type ? namedIn(declaration.type) : namedInType(signature.getReturnType())),
    ]
  })
}

const row = (symbol: ts.Symbol, by: string) =>
  `${symbol.name} of src/${fileOf(symbol).slice(SOURCE.length)}: ${by}`

test('the types of parameters and answers are exported by the entry of their function, or by the root', () => {
  const root = exportedBy.get('regen-fees')
  const missing = entries.flatMap(({ entry, names }) =>
    names.flatMap(({ name, symbol }) =>
      namedInSignatures(symbol, symbol)
        .filter(type => !exportedBy.get(entry)?.has(type) && !root?.has(type))
        .map(type => row(type, `${entry} ${name}`)),
    ),
  )
  expect([...new Set(missing)].sort()).toEqual([])
})

test('what a public type is made of is exported by some entry', () => {
  const missing = new Map<ts.Symbol, string>()
  const seen = new Set<ts.Symbol>()
  const follow = (symbol: ts.Symbol, by: string) => {
    if (seen.has(symbol) || PARTS_OF_DECLARATIONS.includes(symbol.name)) return
    seen.add(symbol)
    const types = symbol.declarations?.filter(
      each => ts.isTypeAliasDeclaration(each) || ts.isInterfaceDeclaration(each),
    )
    for (const part of types?.flatMap(namedIn) ?? []) {
      if (!exportedAnywhere.has(part) && !isPrivate(part)) missing.set(part, by)
      follow(part, by)
    }
  }
  for (const { entry, names } of entries)
    for (const { name, symbol } of names) follow(symbol, `${entry} ${name}`)
  const found = [...missing].filter(([part]) => !PARTS_OF_DECLARATIONS.includes(part.name))
  expect(found.map(([part, by]) => row(part, by)).sort()).toEqual([])
})
