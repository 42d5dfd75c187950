import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { entrySymbols } from './publicNames.ts'

/**
 * docs/formulas.md: each public function whose docstring has a formula, that is lines set in by four spaces, with its file and a test that
 * names it.
 */

/** The entries that have formulas, with what is said over their table. */
const CHAPTERS: { readonly [entry: string]: string } = {
  'regen-fees/m013': 'M013, fees (proposed)',
  'regen-fees/m012': 'M012, supply (proposed)',
  'regen-fees/m014': 'M014, validators (proposed)',
  'regen-fees/m015': 'M015, rewards (proposed)',
  'regen-fees/live-marketplace-fees': 'The marketplace and creation fees (live)',
  'regen-fees/redistribution': 'Rounds of funding (proposed)',
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

type Row = { readonly name: string; readonly formula: readonly string[]; readonly file: string }

/** The lines of a docstring that are set in, without those of its `@example`. */
const formulaIn = (docstring: string): readonly string[] =>
  (docstring.split('@example')[0] ?? '')
    .split('\n')
    .filter(line => /^\s*\* {5,}\S/.test(line))
    .map(line =>
      line
        .replace(/^\s*\*\s+/, '')
        .replace(/\s{2,}/g, '   ')
        .replaceAll('`', ''),
    )

/** Conditions in words are no formula. */
const isComputed = (line: string) => /[=≥≤←Σ>]|floor/.test(line)

const docstringOf = (declaration: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(declaration)
    .filter(ts.isJSDoc)
    .map(comment => comment.getText())
    .join('\n')

function rowOf(name: string, symbol: ts.Symbol): readonly Row[] {
  const declaration = symbol.valueDeclaration
  const formula = declaration ? formulaIn(docstringOf(declaration)) : []
  if (!declaration || !formula.some(isComputed)) return []
  return [{ name, formula, file: declaration.getSourceFile().fileName.slice(ROOT.length) }]
}

const TESTS = ['mechanisms', 'redistribution', 'epoch', 'preview']
const tests = TESTS.flatMap(room =>
  readdirSync(`${ROOT}test/${room}`, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => `test/${room}/${file}`),
)
  .sort()
  .map(file => ({ file, text: readFileSync(`${ROOT}${file}`, 'utf8') }))

/** The test of the same name as the file, where it names the function; else the first that does, its own folder first. A formula without one is an error. */
function testOf({ name, file }: Row): string {
  const folder = dirname(file).replace('src/', 'test/')
  const own = `${folder}/${basename(file, '.ts')}.test.ts`
  const calls = tests.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text)).map(test => test.file)
  const test = calls.find(each => each === own) ?? calls.find(each => each.startsWith(folder)) ?? calls[0]
  if (test === undefined) throw new Error(`no test names ${name}, whose formula stands in ${file}`)
  return test
}

const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``

const tableOf = (rows: readonly Row[]) =>
  [
    '| function | formula | file | test |',
    '| --- | --- | --- | --- |',
    ...rows.map(row => {
      return `| ${[code(row.name), row.formula.map(code).join('<br>'), code(row.file), code(testOf(row))].join(' | ')} |`
    }),
  ].join('\n')

export function formulasPage(): string {
  const { entries } = entrySymbols()
  const chapters = Object.entries(CHAPTERS).map(([entry, title]) => {
    const names = entries.find(each => each.entry === entry)?.names ?? []
    return `## ${title}\n\n${tableOf(names.flatMap(({ name, symbol }) => rowOf(name, symbol)))}`
  })
  return `${[
    '# Formulas',
    'This page is written by `npm run docs`, from the docstrings of the public functions, with a test that names each.',
    'Money is `bigint` in its smallest unit, rates are exact fractions, and each formula rounds once, last. What is proposed is in force on no chain that has not adopted it.',
    ...chapters,
    '## Elsewhere',
    'The gas fee is `ceil( limit × price )` (`src/preview/gas.ts`, `test/preview/gas.test.ts`). A period keeps its books: opening + in = closing + out, for every account and denom (`src/epoch/runEpoch.ts`, `test/epoch/conservation.test.ts`).',
    'Every open question stands under its number (`OQ-M013-1`) in [reference/knobs.md](reference/knobs.md). Where published numbers or code do not follow from the specification’s own formulas, [errata.md](errata.md) has both, and `npx vitest run test/errata.test.ts` recomputes them.',
  ].join('\n\n')}\n`
}
