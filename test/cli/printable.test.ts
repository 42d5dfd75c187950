import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLine, printable, printableJson } from '../../src/cli/io/printable.ts'
import { redactUrls } from '../../src/cli/io/redactUrls.ts'
import { inkOf, unstyled } from '../../src/cli/render/ink.ts'
import { holds } from '../support/arbitraries.ts'
import { example, run } from './run.ts'

/** Escape codes reach neither standard output nor standard error, wherever they stand. */

const ESCAPE = '\u001b'
/** Hides text, rings, moves the cursor, turns the direction of writing, ends a line, and the same as one character. */
const HOSTILE = `${ESCAPE}[8m\u0007${ESCAPE}[2A\u202e\u2028\u009b31m\u0000`
/** The codes of our own styles. */
const OWN = new RegExp(`${ESCAPE}\\[(?:1|22|31|32|33|39)m`, 'g')
const snapshot = JSON.parse(readFileSync(example('snapshot'), 'utf8'))
const account = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

/** Everything that can steer a terminal, or hide in it. */
const steers = (text: string) => text.replaceAll('\n', '').match(/[\p{C}\p{Zl}\p{Zp}]/u)

test('whatever is printed, nothing in it steers a terminal, with and without colours', () => {
  const { red, bold } = inkOf(true)
  holds(fc.string({ unit: 'binary' }), fc.integer({ min: 20, max: 120 }), (text, columns) => {
    expect(steers(printable(text, null))).toBeNull()
    expect(steers(printable(text, columns))).toBeNull()
    expect(steers(printableJson({ [text]: text }))).toBeNull()
    expect(JSON.parse(printableJson({ [text]: text }))).toEqual({ [text]: text })
    const painted = printable(`${red(text)} ${bold(text)}`, null)
    const own = painted.split(ESCAPE).slice(1)
    expect(own.map(code => /^\[\d+m/.exec(code)?.[0])).toEqual(['[31m', '[39m', '[1m', '[22m'])
  })
})

test('a style cannot be written by anybody else: its mark is another in each run', () => {
  const { bold } = inkOf(true)
  expect(unstyled(bold('a'))).toBe('a')
  expect(printable('\u0001a\u0002', null)).toBe(' a ')
})

test('data makes no lines of its own', () => {
  const data = { a: ['x\ny', { ['k\r\n']: HOSTILE }], n: 1n, none: null }
  const read = oneLine(data)
  expect(read.a[0]).toBe('x y')
  expect(steers(JSON.stringify(read.a))).toBeNull()
  expect([read.n, read.none]).toEqual([1n, null])
})

describe('escape codes of a preview', () => {
  const send = (fields: object) =>
    JSON.stringify([{ typeUrl: '/cosmos.bank.v1beta1.MsgSend', value: fields }])
  const coins = (denom: string) => [{ denom, amount: '1' }]
  test.each([
    ['sender', send({ fromAddress: HOSTILE, toAddress: account, amount: coins('uregen') })],
    ['denom', send({ fromAddress: account, toAddress: account, amount: coins(`u${HOSTILE}`) })],
    ['type URL', JSON.stringify([{ typeUrl: `/regen.${HOSTILE}`, value: {} }])],
    ['JSON key', JSON.stringify([{ typeUrl: '/cosmos.bank.v1beta1.MsgSend', value: { [HOSTILE]: 1 } }])],
    ['JSON key outside', JSON.stringify({ [HOSTILE]: [] })],
  ])('%s', async (_, stdin) => {
    for (const more of [[], ['--json'], ['--strict']])
      for (const colors of [false, true]) {
        const { out, err } = await run(['preview', ...more], { stdin, colors, columns: 80 })
        expect(steers(out.replace(OWN, ''))).toBeNull()
        expect(steers(err)).toBeNull()
        expect(`${out}${err}`).not.toContain('[8m'.padStart(4, ESCAPE))
      }
  })

  const altered = (change: (copy: typeof snapshot) => void) => {
    const copy = structuredClone(snapshot)
    change(copy)
    return JSON.stringify(copy)
  }
  test.each([
    [
      'ask denom',
      altered(copy => {
        for (const order of copy.sellOrders) order.askDenom = `u${HOSTILE}`
      }),
    ],
    [
      'display denom',
      altered(copy => {
        for (const denom of copy.settings.allowedDenoms) denom.displayDenom = HOSTILE
      }),
    ],
    [
      'gas denom',
      altered(copy => {
        copy.gasPrices = [{ denom: `u${HOSTILE}`, amount: '1' }]
      }),
    ],
    [
      'chain id',
      altered(copy => {
        copy.chainId = HOSTILE
      }),
    ],
    [
      'fee rate',
      altered(copy => {
        copy.settings.feeParams = { buyer: HOSTILE, seller: HOSTILE }
      }),
    ],
  ])('%s of a snapshot', async (_, text) => {
    const file = text
    const readFile = async (name: string) => (name === 's.json' ? file : readFileSync(name, 'utf8'))
    for (const argv of [['preview', example('mixed')], ['orders']])
      for (const more of [[], ['--json']]) {
        const { out, err } = await run([...argv, ...more, '--snapshot', 's.json'], { readFile, columns: 80 })
        expect([steers(out), steers(err)]).toEqual([null, null])
        expect(out.length + err.length).toBeGreaterThan(20)
      }
  })
})

test.each([
  ['a file name', ['preview', `no${HOSTILE}.json`]],
  ['an option', ['preview', `--${HOSTILE}`]],
  ['a command', [HOSTILE]],
  ['a code', ['explain', HOSTILE]],
  ['a price', ['preview', example('mixed'), '--price', `C01=${HOSTILE}`]],
  ['a phase', ['preview', example('mixed'), '--phase', HOSTILE]],
  ['a transaction', ['tx', HOSTILE]],
])('escape codes of %s', async (_, argv) => {
  for (const more of [[], ['--json']]) {
    const { code, out, err } = await run([...argv, ...more])
    expect([code, out, steers(err)]).toEqual([1, '', null])
  }
})

test('a long codespace on the command line is redacted in one pass, and printed in part', async () => {
  for (const text of [
    'a'.repeat(400_000),
    'a.'.repeat(200_000),
    '.'.repeat(400_000),
    ':/'.repeat(200_000),
    'http:'.repeat(80_000),
  ])
    expect(redactUrls(`${text} x`).length).toBeGreaterThan(5)
  const { err } = await run(['explain', 'x'], {
    readStdin: () => Promise.reject(new Error('b'.repeat(400_000))),
  })
  expect(err.length).toBeLessThan(1_000)
  const { err: long } = await run(['preview'], {
    readStdin: () => Promise.reject(new Error('b'.repeat(400_000))),
  })
  expect(long.length).toBeLessThan(21_000)
  expect(long).toContain('(400012 characters)')
})
