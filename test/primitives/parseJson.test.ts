import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from '../../src/primitives/parseJson.ts'
import { RUNS } from '../support/runs.ts'

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(fc.json(), text => {
      expect(parseJson(text)).toEqual(JSON.parse(text))
    }),
    { numRuns: RUNS },
  )
})

test.each(['[', '{"a":', '"]'])('refuses what JSON.parse refuses: %s', text => {
  expect(() => parseJson(text)).toThrow(SyntaxError)
})

test('brackets in texts are text, also behind escaped quotes', () => {
  for (const text of ['[[[[', '\\"', '\\\\', '{"'.repeat(200), `${'\\"'.repeat(7)}${'['.repeat(500)}`]) {
    const json = JSON.stringify({ [text]: [text] })
    expect(parseJson(json)).toEqual({ [text]: [text] })
  }
})

test('a hundred levels are read, one more is refused', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(parseJson(nested(100))).toEqual(JSON.parse(nested(100)))
  expect(() => parseJson(nested(101))).toThrow('nested more than 100 deep')
})

test('JSON nested 5,000,000 deep is refused at its hundred-and-first bracket, whatever it is of', () => {
  for (const open of ['[', '{"a":', '[{"a":'])
    expect(() => parseJson(open.repeat(5_000_000))).toThrow('nested more than 100 deep')
})
