import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Every reading of the specification has a test that names it, and every invariant a law under its name; on the compiler's own syntax tree. */

const TESTS = fileURLToPath(new URL('.', import.meta.url))

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : path.endsWith('.test.ts') ? [path] : []
  })

type Case = { readonly file: string; readonly title: string; readonly body: string }

/** The tests and groups of a file: their titles, and the text of what they do. */
function casesIn(file: string): Case[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const cases: Case[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(test|describe)\b/.test(node.expression.getText())) {
      const [title, body] = node.arguments
      if (title && body && ts.isStringLiteralLike(title))
        cases.push({ file, title: title.text, body: body.getText() })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return cases
}

const CASES = filesIn(TESTS).flatMap(casesIn)

const numbers = (section: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${section} #${index + 1}`)

/** The readings by section and number. */
const READINGS = [
  '1.5',
  ...numbers('2.1', 16),
  ...numbers('2.2', 20),
  ...numbers('2.3', 14),
  ...numbers('2.4', 16),
  ...['L1', 'L2', 'L3', 'L4', 'dual track', 'OQ-GOV-POA-1', 'parameter map', 'treasury trap'].map(
    row => `2.5, ${row}`,
  ),
  ...['3.1', '3.2', '3.3', '3.4', '3.5'],
  '6',
]

const questions = (mechanism: string, count: number) =>
  Array.from({ length: count }, (_, index) => `OQ-${mechanism}-${index + 1}`)

const QUESTIONS = [
  ...questions('M012', 5),
  ...questions('M013', 5),
  ...questions('M014', 5),
  ...questions('M015', 4),
  'OQ-GOV-POA-1',
]

test.each(QUESTIONS)('open question %s is in the title of a test', question => {
  expect(CASES.filter(({ title, body }) => title.includes(question) && body.includes('expect('))).not.toEqual(
    [],
  )
})

/** Whether a title names a reading: 'reading 2.1 #1' does not name 2.1 #15. */
const names = (title: string, reading: string): boolean =>
  new RegExp(`\\breadings? ${reading.replaceAll('.', '\\.')}(?![\\d.])`).test(title)

test.each(READINGS)('reading %s is shown by an assertion of a test that names it', reading => {
  const naming = CASES.filter(({ title }) => names(title, reading))
  expect(naming).not.toEqual([])
  expect(naming.filter(({ body }) => !body.includes('expect(')).map(({ title }) => title)).toEqual([])
})

/** The security invariants of the specification, in its order. */
const INVARIANTS: { readonly [folder: string]: readonly string[] } = {
  'm012-fixed-cap-dynamic-supply': [
    'Cap Inviolability',
    'Non-Negative Supply',
    'Monotonic Cap',
    'Mint-Burn Independence',
    'Parameter Bound Safety',
  ],
  'm013-value-based-fee-routing': [
    'Fee Conservation',
    'Share Sum Unity',
    'Non-Negative Fees',
    'Rate Bound Safety',
    'Pool Isolation',
  ],
  'm014-authority-validator-governance': [
    'Composition Guarantee',
    'Byzantine Tolerance',
    'No Self-Approval',
    'Term Accountability',
    'Compensation Cap',
    'Graceful Degradation',
  ],
  'm015-contribution-weighted-rewards': [
    'Revenue Constraint',
    'Stability Cap',
    'Activity Integrity',
    'Sybil Resistance',
    'No Double-Counting',
    'Governance Override',
  ],
}

const LAWS = Object.entries(INVARIANTS).flatMap(([folder, invariants]) =>
  invariants.map((invariant, index) => [folder, `invariant ${index + 1}, ${invariant}`] as const),
)

test.each(LAWS)('%s: %s is a law over random cases', (folder, law) => {
  const stated = CASES.filter(({ file, title }) => file.includes(`/${folder}/`) && title.startsWith(law))
  expect(stated).not.toEqual([])
  expect(stated.some(({ body }) => body.includes('holds('))).toBe(true)
})
