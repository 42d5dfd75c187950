import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

/** What a file needs before its first line runs. */
function needed(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const statement of ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
    .statements) {
    const from = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement : null
    const specifier = from?.moduleSpecifier
    if (!from || !specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith('.')) continue
    const isTypeOnly = ts.isImportDeclaration(from)
      ? from.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : from.isTypeOnly
    if (!isTypeOnly) needed(join(dirname(file), specifier.text), seen)
  }
  return seen
}

const filesOf = (entry: string) => [...needed(join(SRC, entry))].map(file => relative(SRC, file))

test('the command line starts with what says its help, and no command', () => {
  const files = filesOf('cli/main.ts')
  expect(files).toContain('cli/commands.ts')
  expect(files.filter(file => !/^(cli|bundled|primitives)\//.test(file))).toEqual(['node/rpc/clock.ts'])
  expect(files.filter(file => file.startsWith('cli/commands/'))).toEqual([])
  // The errors are one list in several files.
  expect(files.filter(file => !file.startsWith('primitives/errorTable/')).length).toBeLessThanOrEqual(24)
})

test.each(readdirSync(join(SRC, 'cli/commands')))(
  '%s starts without protobuf and without what talks to a node',
  file => {
    const files = filesOf(`cli/commands/${file}`)
    expect(files.filter(name => /^(wire|node|snapshot|reconcile|client|testing)\//.test(name))).toEqual([])
  },
)
