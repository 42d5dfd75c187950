import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** Which way imports may flow, checked on the compiler's own syntax tree. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SRC = join(ROOT, 'src')

type Import = { readonly from: string; readonly to: string; readonly kind: 'static' | 'type' | 'dynamic' }

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : /\.tsx?$/.test(path) ? [path] : []
  })

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false)
  const found: Import[] = []
  const add = (specifier: ts.Expression | undefined, kind: Import['kind']) => {
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push({ from: relative(SRC, file), to: target(file, specifier.text), kind })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node) ? 'type' : 'static')
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'static')
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], 'dynamic')
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type')
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const { name, namedBindings } = importClause
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  )
}

const target = (file: string, specifier: string): string =>
  specifier.startsWith('.') ? relative(SRC, resolve(dirname(file), specifier)) : specifier

/** The room of a file: its folder in src, or 'root' for the entries. */
const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : 'root')

const FILES = filesIn(SRC).filter(file => !file.includes('/wire/generated/'))
const IMPORTS_OF = new Map(FILES.map(file => [relative(SRC, file), importsOf(file)]))
const IMPORTS = [...IMPORTS_OF.values()].flat()

/** What each room imports, beside itself: all that it may, and nothing that it does not. */
const IMPORTED_BY: { readonly [room: string]: readonly string[] } = {
  primitives: [],
  bundled: [],
  mechanisms: ['primitives'],
  policy: ['primitives', 'mechanisms'],
  epoch: ['primitives', 'mechanisms', 'policy'],
  simulation: ['primitives', 'mechanisms', 'policy', 'epoch'],
  messages: ['primitives', 'mechanisms', 'policy'],
  preview: ['primitives', 'mechanisms', 'policy', 'messages'],
  wire: ['primitives', 'messages'],
  redistribution: ['primitives', 'mechanisms', 'messages'],
  node: ['primitives', 'mechanisms', 'messages', 'preview', 'wire'],
  snapshot: ['primitives', 'mechanisms', 'policy', 'messages', 'preview', 'node'],
  network: ['primitives', 'mechanisms', 'policy', 'epoch', 'messages', 'preview', 'node', 'snapshot'],
  indexer: ['primitives', 'mechanisms', 'policy', 'messages', 'node', 'network', 'redistribution'],
  monitor: ['primitives', 'mechanisms', 'messages', 'preview', 'node', 'indexer'],
  oracles: ['primitives', 'mechanisms', 'policy', 'preview', 'node', 'indexer', 'redistribution'],
  reconcile: ['primitives', 'messages', 'preview', 'node'],
  client: ['primitives', 'messages', 'preview', 'wire', 'node', 'snapshot', 'reconcile'],
  cosmjs: ['primitives', 'messages', 'preview', 'wire', 'node', 'snapshot'],
  query: ['primitives', 'messages', 'preview', 'node', 'client'],
  element: ['primitives', 'messages', 'preview'],
  wallet: ['primitives', 'messages', 'preview', 'wire', 'client'],
  orders: ['primitives', 'mechanisms', 'messages', 'preview'],
  testing: ['primitives', 'bundled', 'messages', 'wire', 'node'],
  cli: [
    ...['primitives', 'mechanisms', 'policy', 'epoch', 'simulation', 'messages', 'preview', 'wire', 'node'],
    ...['snapshot', 'reconcile', 'client', 'redistribution', 'wallet', 'orders', 'network', 'indexer'],
    ...['monitor', 'oracles', 'bundled'],
  ],
}

const offences = (isWrong: (found: Import) => boolean): string[] =>
  IMPORTS.filter(isWrong).map(({ from, to, kind }) => `${from} → ${to} (${kind})`)

describe('imports flow one way', () => {
  test('there is something to look at', () => {
    expect(FILES.length).toBeGreaterThan(100)
    expect(IMPORTS.length).toBeGreaterThan(300)
  })

  test('every room imports the rooms that are listed for it, and no other', () => {
    const isOwn = (path: string) => path.endsWith('.ts') && !path.startsWith('..')
    for (const [room, listed] of Object.entries(IMPORTED_BY)) {
      const others = IMPORTS.filter(({ from, to }) => roomOf(from) === room && isOwn(to)).map(({ to }) =>
        roomOf(to),
      )
      expect([room, [...new Set(others)].filter(other => other !== room).sort()]).toEqual([
        room,
        [...listed].sort(),
      ])
    }
  })

  test('in the map, no room imports one that stands below it', () => {
    const map = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
    const rows = [...map.matchAll(/^\| ((?:`[a-z]+\/`(?:, )?)+) \|/gm)].map(([, names = '']) =>
      [...names.matchAll(/`([a-z]+)\/`/g)].map(([, name = '']) => name),
    )
    const rooms = rows.flat()
    expect([...rooms].sort()).toEqual(Object.keys(IMPORTED_BY).sort())
    const rowOf = (room: string) => rows.findIndex(names => names.includes(room))
    const offending = Object.entries(IMPORTED_BY).flatMap(([room, others]) =>
      others.filter(other => rowOf(other) > rowOf(room)).map(other => `${room} → ${other}`),
    )
    expect(offending).toEqual([])
  })

  test('folders of the command line import only those before them', () => {
    const ORDER = [
      'render',
      'explain',
      'io',
      'options',
      'input',
      'preview',
      'fund',
      'simulate',
      'tx',
      'network',
      'page',
      'commands',
    ]
    const place = (path: string) => ORDER.indexOf(path.split('/')[1] ?? '')
    const inFolder = (path: string) => /^cli\/\w+\//.test(path)
    expect(IMPORTS.filter(({ from }) => inFolder(from)).map(({ from }) => place(from))).not.toContain(-1)
    expect(offences(({ from, to }) => inFolder(from) && inFolder(to) && place(to) > place(from))).toEqual([])
  })

  test('mechanism folders do not import each other', () => {
    const folder = (path: string) => path.split('/')[1]
    expect(
      offences(
        ({ from, to }) =>
          from.startsWith('mechanisms/') && to.startsWith('mechanisms/') && folder(from) !== folder(to),
      ),
    ).toEqual([])
  })

  test('the node knows the model of a snapshot, and nothing else of previews', () => {
    expect(
      offences(
        ({ from, to }) =>
          from.startsWith('node/') &&
          to.startsWith('preview/') &&
          !['preview/snapshot.ts', 'preview/listOrders.ts'].includes(to),
      ),
    ).toEqual([])
  })

  test('only the rooms that talk to a node know protobuf', () => {
    expect(
      offences(
        ({ from, to }) =>
          (to.startsWith('@bufbuild/') || to.startsWith('wire/generated')) &&
          !['wire', 'node', 'client', 'testing', 'wallet', 'cosmjs'].includes(roomOf(from)),
      ),
    ).toEqual([])
  })

  test('CosmJS is imported by client only, and only dynamically', () => {
    expect(
      offences(
        ({ from, to, kind }) =>
          /^(@cosmjs\/|cosmjs-types)/.test(to) && (roomOf(from) !== 'client' || kind === 'static'),
      ),
    ).toEqual([])
  })

  test('only bundled, cli, testing and the lock of an index import node:*', () => {
    expect(
      offences(
        ({ from, to }) =>
          to.startsWith('node:') &&
          !['bundled', 'cli', 'testing'].includes(roomOf(from)) &&
          !['testing.ts', 'indexer/store/folderLock.ts'].includes(from),
      ),
    ).toEqual([])
  })

  test('one schema library, one form: zod/mini', () => {
    expect(offences(({ to }) => to === 'zod' || to.startsWith('zod/v'))).toEqual([])
  })

  test('relative imports end in .ts', () => {
    expect(offences(({ to }) => /\.js$/.test(to) && !to.startsWith('@') && to !== 'decimal.js')).toEqual([])
  })
})

/** Everything a file pulls in at run time. */
function reachable(entry: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { from, to, kind } of IMPORTS) if (from === path && kind === 'static') visit(to)
  }
  visit(entry)
  return seen
}

test('the root entry reaches no network, CosmJS, protobuf, decimal.js or node:*', () => {
  const pulled = [...reachable('index.ts')]
  expect(pulled.length).toBeGreaterThan(60)
  expect(
    pulled.filter(path =>
      /^(wire|node|snapshot|reconcile|client|cli)\/|^@cosmjs|^@bufbuild|^decimal\.js|^node:|decimal\.ts$/i.test(
        path,
      ),
    ),
  ).toEqual(pulled.filter(path => path === 'primitives/chainDecimal.ts'))
})

test('the formula entries pull in no zod beside their parsers', () => {
  for (const file of FILES.map(path => relative(SRC, path)).filter(path =>
    /^mechanisms\/.*\/(fee|split|mint|score)\.ts$/.test(path),
  ))
    expect([file, [...reachable(file)].filter(path => path.startsWith('zod'))]).toEqual([file, []])
})

test('no circle, not even of types, and none in the page and the scripts', () => {
  const others = ['page/src', 'scripts'].flatMap(folder => filesIn(join(ROOT, folder)))
  const all = new Map([...IMPORTS_OF, ...others.map(file => [relative(SRC, file), importsOf(file)] as const)])
  expect(all.size).toBeGreaterThan(IMPORTS_OF.size + 200)
  const done = new Set<string>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (file: string): void => {
    if (open.includes(file)) circles.push([...open.slice(open.indexOf(file)), file])
    if (open.includes(file) || done.has(file)) return
    open.push(file)
    for (const { to, kind } of all.get(file) ?? []) if (kind !== 'dynamic') visit(to)
    open.pop()
    done.add(file)
  }
  for (const file of all.keys()) visit(file)
  expect(circles).toEqual([])
})

test('no hand-written file outgrows one idea', () => {
  const long = FILES.map(
    path => [relative(SRC, path), readFileSync(path, 'utf8').split('\n').length] as const,
  )
    // Lists of public names are as long as what they name.
    .filter(([path, lines]) => lines > 200 && roomOf(path) !== 'root')
    .map(([path]) => path)
  expect(long).toEqual([])
})

/** Folders with more files than a reader looks through, for each of them is one thing that is looked for by its name. */
const ONE_THING_A_FILE = ['primitives', 'messages/cosmos', 'messages/ecocredit', 'node/read', 'cli/commands']

test('a folder has at most 16 files of its own; more are chapters', () => {
  const counts = new Map<string, number>()
  for (const path of FILES.map(file => dirname(relative(SRC, file))))
    if (path !== '.') counts.set(path, (counts.get(path) ?? 0) + 1)
  const large = [...counts].filter(([, count]) => count > 16).map(([path]) => path)
  expect(large.sort()).toEqual([...ONE_THING_A_FILE].sort())
})

/** Short files with one importer that stand apart from it, and why. */
const APART: readonly (readonly [why: string, ...files: readonly string[]])[] = [
  [
    'a command is a file',
    ...['cli/fund/quadratic.ts', 'cli/fund/retro.ts'],
    ...['cli/simulate/merge.ts', 'cli/simulate/plan.ts', 'cli/simulate/run.ts'],
  ],
  ['an agent is a file', 'simulation/agents/ecology.ts', 'simulation/agents/price.ts'],
  ['the phases of a mechanism are a file', 'epoch/phases/m013After.ts', 'epoch/phases/m015After.ts'],
  ['the answers of a module of the chain are a file', 'testing/answers/settings.ts'],
  [
    'its importer is a program, which runs when it is imported: only apart it has a test',
    ...['cli/io/terminal.ts', 'cli/io/watchOutput.ts'],
  ],
  ['a script writes it', 'cli/preview/typicalGas.ts'],
  [
    'CSS, and a script for a browser, are other languages',
    'cli/simulate/report/reportParts.ts',
    'element/style.ts',
  ],
  [
    'its importer would be about two things',
    ...['node/rpc/callers.ts', 'policy/upgradePolicy.ts', 'wire/lostFrom.ts'],
    'mechanisms/regen-value-redistribution/retroactive/ballotsRoot.ts',
  ],
]

test('a file of less than 40 lines with one importer is part of it, where both fit in 200', () => {
  const importers = new Map<string, Import[]>()
  const add = (found: Import) => importers.set(found.to, [...(importers.get(found.to) ?? []), found])
  IMPORTS.forEach(add)
  for (const folder of ['page', 'scripts'])
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /^(dist|node_modules)\//.test(name)) continue
      const from = join(ROOT, folder, name)
      for (const { fileName } of ts.preProcessFile(readFileSync(from, 'utf8')).importedFiles)
        add({ from, to: target(from, fileName), kind: 'static' })
    }
  const linesOf = (path: string) => readFileSync(join(SRC, path), 'utf8').split('\n').length - 1
  const isListOfNames = (path: string) => path.endsWith('index.ts') || roomOf(path) === 'root'
  const tiny = FILES.map(path => relative(SRC, path)).filter(file => {
    const all = importers.get(file) ?? []
    const [by, ...others] = new Set(all.map(({ from }) => from))
    return (
      by !== undefined &&
      others.length === 0 &&
      all.every(({ kind }) => kind !== 'dynamic') &&
      roomOf(by) === roomOf(file) &&
      !isListOfNames(by) &&
      !file.includes('/generated/') &&
      linesOf(file) < 40 &&
      linesOf(file) + linesOf(by) <= 200
    )
  })
  // Equal, so that a reason that is no longer needed goes too.
  expect(tiny.sort()).toEqual(APART.flatMap(([, ...files]) => files).sort())
})

test('what is called read asks a node, an index or a file; parse, decode and to do not', () => {
  /** Bytes of a message; recordings, examples and points of a study in files. */
  const WITHOUT_WAITING = [
    ...['wire/wireFormat.ts', 'testing/recordings.ts', 'testing/examples.ts'],
    'cli/simulate/files/pointFiles.ts',
  ]
  const WAITS = /\basync\b|Promise<|AsyncIterable<|AsyncGenerator</
  const wrong: string[] = []
  let asking = 0
  let pure = 0
  for (const file of FILES.map(path => relative(SRC, path))) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(SRC, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    const check = (name: string, declared: ts.FunctionDeclaration | ts.ArrowFunction) => {
      const text = declared.getText(source)
      if (/^read[A-Z]/.test(name)) {
        if (WAITS.test(text)) asking++
        else if (!WITHOUT_WAITING.includes(file)) wrong.push(`${file}: ${name} asks nobody`)
      }
      if (/^(parse|decode|to)[A-Z]/.test(name)) {
        const isAsync = declared.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true
        const waits = isAsync || WAITS.test(declared.type?.getText(source) ?? '')
        if (waits || /\b(readFile|exists|stat)Sync\b/.test(text)) wrong.push(`${file}: ${name} asks`)
        else pure++
      }
    }
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionDeclaration(node) && node.name) check(node.name.text, node)
      if (
        ts.isVariableDeclaration(node) &&
        ts.isIdentifier(node.name) &&
        node.initializer &&
        ts.isArrowFunction(node.initializer)
      )
        check(node.name.text, node.initializer)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  expect(wrong).toEqual([])
  expect(asking).toBeGreaterThan(100)
  expect(pure).toBeGreaterThan(100)
})
