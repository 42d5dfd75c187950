import ts from 'typescript'
import { expect, test } from 'vitest'
import { entrySymbols } from '../../scripts/docs/publicNames.ts'

/** A stranger reads a name in the editor, without its file: values, types and namespaces say what they are, in a sentence. */

const { checker, entries } = entrySymbols()

const saidOf = (symbol: ts.Symbol): string =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim()

/** Of a namespace it is what stands over its line in the entry. */
const overLine = (exported: ts.Symbol): string =>
  (exported.declarations ?? [])
    .map(declaration => (ts.isNamespaceExport(declaration) ? declaration.parent : declaration))
    .flatMap(declaration => ts.getJSDocCommentsAndTags(declaration))
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .trim()

test.each(entries)('every exported name of $entry has a docstring', ({ names }) => {
  expect(names.length).toBeGreaterThan(0)
  expect(
    names
      .filter(({ exported, symbol }) => (saidOf(symbol) || saidOf(exported) || overLine(exported)) === '')
      .map(({ name }) => name),
  ).toEqual([])
})

test('a docstring is a sentence', () => {
  const others = entries.flatMap(({ entry, names }) =>
    names
      .map(({ name, exported, symbol }) => ({
        name,
        text: saidOf(symbol) || saidOf(exported) || overLine(exported),
      }))
      .filter(({ name, text }) => text.split(/\s+/).length < 3 || text === name)
      .map(({ name, text }) => `${entry} ${name}: ${text}`),
  )
  expect(others).toEqual([])
})
