import { expect, test } from 'vitest'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { warningSentence } from '../../src/messages/warningSentences.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { formatChainDecimal, parseChainDecimal } from '../../src/primitives/chainDecimal.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { BATCH, buy, buying, createBatch, exec, retire, SELLER, SMALL, send } from '../support/snapshots.ts'

/** Input of a size nobody sends in earnest. Work that grows with its square would run into the time limit of the runner. */

const range = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => item(i))
const refuses = (json: unknown) => {
  try {
    parseMessages(json)
    return false
  } catch (error) {
    return isRegenError(error)
  }
}

test('a long text that is no decimal is refused', () => {
  for (const text of [
    `${'1'.repeat(90_000)}x`,
    `${'1'.repeat(1_000_000)}x`,
    '1'.repeat(1_000_000),
    '.'.repeat(90_000),
  ])
    expect(parseChainDecimal(text)).toBeNull()
})

test('the smallest decimal is formatted', () => {
  expect(formatChainDecimal({ coefficient: 1n, exponent: -100_000 })).toBe(`0.${'0'.repeat(99_999)}1`)
  expect(formatChainDecimal({ coefficient: 10n ** 99_999n, exponent: -100_000 })).toBe('0.1')
})

test('amounts with as many digits as a decimal can have', () => {
  for (const amount of ['1'.repeat(100_000), '1e-100000', '1e100000', `1${'0'.repeat(99_999)}`])
    expect(
      previewFees({ messages: [retire({ credits: [{ batchDenom: BATCH, amount }] })], snapshot: SMALL })
        .warnings,
    ).not.toEqual([])
})

test('4,000 broken lines in one message are 4,000 warnings', () => {
  const lines = range(4_000, i => buying({ sellOrderId: `${100 + i}` }))
  const { warnings } = previewFees({ messages: [buy(...lines)], snapshot: SMALL })
  expect(warnings.filter(({ code }) => code === 'ORDER_MISSING')).toHaveLength(4_000)
})

test('10,000 new batches are numbered one by one', () => {
  const { messages } = previewFees({ messages: range(10_000, () => createBatch()), snapshot: SMALL })
  const denoms = messages.flatMap(({ credits }) => credits.map(({ batchDenom }) => batchDenom))
  expect(new Set(denoms).size).toBe(10_000)
})

test('lines of 4,000 classes are 4,000 parts', () => {
  const credits = range(4_000, i => ({
    batchDenom: `C${100 + i}-001-20200101-20210101-001`,
    tradableAmount: '0',
  }))
  const { messages } = previewFees({ messages: [send({ credits })], snapshot: SMALL })
  expect(messages[0]?.proposed.parts).toHaveLength(4_000)
})

test('JSON nested deeper than any message is refused', () => {
  let nested: unknown = retire()
  for (let i = 0; i < 20_000; i++) nested = exec(SELLER, nested)
  expect(refuses([nested])).toBe(true)
  expect(refuses(JSON.parse(`${'{"body":'.repeat(50_000)}1${'}'.repeat(50_000)}`))).toBe(true)
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
  expect(refuses([{ typeUrl: retire().typeUrl, value: { owner: deep } }])).toBe(true)
})

test('text from a message cannot steer the terminal it is printed on', () => {
  const batchDenom = 'C01\u001b[2J\u202e-001'
  const { warnings } = previewFees({
    messages: [retire({ credits: [{ batchDenom, amount: '1' }] })],
    snapshot: SMALL,
  })
  expect(warnings).not.toEqual([])
  for (const warning of warnings) expect(warningSentence(warning)).not.toMatch(/\p{C}/u)
})
