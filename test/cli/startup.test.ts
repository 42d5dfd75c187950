import { readFileSync } from 'node:fs'
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

test('the command line starts without protobuf and without what talks to a node', () => {
  const files = [...needed(join(SRC, 'cli/main.ts'))].map(file => relative(SRC, file))
  expect(files).toContain('cli/commands/node.ts')
  expect(files.filter(file => /^(wire|node|snapshot|reconcile|client|testing)\//.test(file))).toEqual([
    'node/rpc/clock.ts',
  ])
})
