import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '../../src/primitives/csv.ts'

/** One writer of CSV: what it writes is read as it was, runs in no spreadsheet, and numbers stay numbers. */

const read = (text: string): readonly (readonly string[])[] =>
  parse(text, { skip_empty_lines: false, relax_column_count: true })

/** Text as chains have it: anything, and often with the characters that count. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', ' ', '"', ',', ';', '\n', ''), fc.string())
    .map(parts => parts.join('')),
)

const isNumber = (cell: string): boolean => /^[+-]?\d+(\/\d+|(\.\d+)?(e[+-]?\d+)?)$/i.test(cell)

test('every cell is read back as it was, or with an apostrophe before it where it begins like a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 5 }), rows => {
      const found = read(csvText(['a', 'b', 'c'], rows)).slice(1)
      expect(
        found.map(row => row.map((cell, at) => cell.slice(cell.length - (row[at] ?? '').length))),
      ).toEqual(found)
      found.forEach((row, at) => {
        row.forEach((cell, column) => {
          const given = rows[at]?.[column] ?? ''
          expect([given, `'${given}`]).toContain(cell)
          if (cell !== given) expect(isNumber(given)).toBe(false)
          if (!isNumber(cell)) expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/)
        })
      })
    }),
  )
})

test('every number stays itself: of either sign, of any size, exact fractions too', () => {
  fc.assert(
    fc.property(
      fc.bigInt(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.bigInt({ min: 1n }),
      (whole, float, under) => {
        const [, found] = read(
          csvText(['a', 'b', 'c', 'd'], [[whole, float, `${whole}`, `${whole}/${under}`]]),
        )
        expect(found).toEqual([`${whole}`, `${float}`, `${whole}`, `${whole}/${under}`])
      },
    ),
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("http://a","b")', `"'=HYPERLINK(""http://a"",""b"")"`],
  ['+1+1', "'+1+1"],
  ['-2+3', "'-2+3"],
  ['-', "'-"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1', "'＝1"],
  ['  =1', "'  =1"],
  ['\t=1', `"'\t=1"`],
  ['a;=1', '"a;=1"'],
  ['a\t=1', '"a\t=1"'],
  ["'quoted", "'quoted"],
  ['C01', 'C01'],
  ['-5', '-5'],
  ['+5', '+5'],
  ['-0.25', '-0.25'],
  ['-1e-7', '-1e-7'],
  ['-1/3', '-1/3'],
  ['-1/3+1', "'-1/3+1"],
  ['', ''],
])('the cell %j is written %j', (cell, written) => {
  expect(csvText(['cell'], [[cell]])).toBe(`cell\n${written}`)
})
