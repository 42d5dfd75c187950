import { describe, expect, test } from 'vitest'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { warningSentence } from '../../src/messages/warningSentences.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { formatChainDecimal, parseChainDecimal } from '../../src/primitives/chainDecimal.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import {
  BATCH,
  BUYER,
  buy,
  buying,
  createBasket,
  createBatch,
  exec,
  put,
  retire,
  SELLER,
  SMALL,
  send,
} from '../support/snapshots.ts'

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

describe('more than a block has room for is refused, with the reason', () => {
  const many = range(50_001, () => retire())

  test.each([
    ['messages', many],
    ['messages inside of others', [exec(SELLER, ...many.slice(1)), retire()]],
  ])('%s', (_, messages) => {
    expect(() => previewFees({ messages, snapshot: SMALL })).toThrow('more than 50000 of them')
  })

  test('a list of messages that is only parsed', () => {
    expect(() => parseMessages(many)).toThrow('there are more than 50000 of them')
  })

  test('lines of a message, right or wrong', () => {
    for (const line of [{ batchDenom: BATCH, amount: '0.01' }, { batchDenom: 'x', amount: 'x' }, 5]) {
      const credits = range(150_000, () => line)
      expect(() => previewFees({ messages: [retire({ credits })], snapshot: SMALL })).toThrow(
        'a list has more than 50000 entries',
      )
      expect(refuses([retire({ credits })])).toBe(true)
    }
  })

  test('coins in a line of a message', () => {
    const coins = range(150_000, () => ({ denom: '1', amount: 'x' }))
    const send = {
      typeUrl: '/cosmos.bank.v1beta1.MsgMultiSend',
      value: { inputs: [{ address: SELLER, coins }] },
    }
    expect(() => previewFees({ messages: [send], snapshot: SMALL })).toThrow(
      'a list has more than 50000 entries',
    )
  })
})

test('weights of a vote that no part of 1 can have are refused at once', () => {
  for (const weight of ['1e100000', '1e-100000', '0.1234567890123456789']) {
    const options = range(4_000, () => ({ option: 1, weight }))
    const vote = {
      typeUrl: '/cosmos.gov.v1.MsgVoteWeighted',
      value: { proposalId: 1n, voter: SELLER, options },
    }
    const { warnings } = previewFees({ messages: [vote], snapshot: SMALL })
    expect(warnings).toMatchObject([{ code: 'WOULD_FAIL', facts: { rule: 'weights' } }])
  }
})

describe('a time outside of the calendar', () => {
  const seconds = ['9999999999999999999', '-9999999999999999999', '253402300800']

  test('is no expiration of a sell order, and no start of a basket’s batches', () => {
    for (const time of seconds.map(seconds => ({ seconds, nanos: 0 }))) {
      const update = {
        typeUrl: '/regen.ecocredit.marketplace.v1.MsgUpdateSellOrders',
        value: {
          seller: SELLER,
          updates: [
            {
              sellOrderId: '1',
              newQuantity: '1',
              newAskPrice: { denom: 'uregen', amount: '5' },
              newExpiration: time,
            },
          ],
        },
      }
      for (const messages of [
        [update, buy(buying())],
        [createBasket({ dateCriteria: { minStartDate: time } }), put({ basketDenom: 'eco.uC.RCT' })],
      ]) {
        const { warnings } = previewFees({ messages, snapshot: SMALL })
        expect(warnings).toContainEqual(
          expect.objectContaining({
            code: 'WOULD_FAIL',
            facts: expect.objectContaining({ rule: 'timestamp' }),
          }),
        )
      }
    }
  })
})

test('an amount below zero moves nothing', () => {
  const below = { denom: 'uregen', amount: '-5' }
  for (const message of [
    {
      typeUrl: '/cosmos.bank.v1beta1.MsgSend',
      value: { fromAddress: SELLER, toAddress: BUYER, amount: [below] },
    },
    { typeUrl: '/regen.ecocredit.v1.MsgBurnRegen', value: { burner: SELLER, amount: '-5' } },
  ]) {
    const { messages, warnings } = previewFees({ messages: [message], snapshot: SMALL })
    expect(messages.flatMap(({ movements }) => movements)).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(['WOULD_FAIL'])
  }
})

test('text that is cut in a sentence is not cut within a character', () => {
  for (const denom of ['🌱'.repeat(100), `x${'🌱'.repeat(100)}`]) {
    const value = { fromAddress: SELLER, toAddress: BUYER, amount: [{ denom, amount: '5' }] }
    const { messages } = previewFees({
      messages: [{ typeUrl: '/cosmos.bank.v1beta1.MsgSend', value }],
      snapshot: SMALL,
    })
    expect(messages[0]?.sentence).not.toMatch(/\p{C}/u)
  }
})

test('an error has no control or direction characters of what was given, but the ends of lines', () => {
  const trick = '1\u001b[2J\u202e\u0000\ud800'
  for (const value of [{ [trick]: 1 }, { owner: SELLER, credits: [{ [trick]: 1 }] }])
    expect(messageOf({ typeUrl: retire().typeUrl, value })).not.toMatch(/[^\P{C}\n]/u)
  for (const startDate of [trick, '\ud800'])
    expect(messageOf(createBatch({ startDate }))).not.toMatch(/[^\P{C}\n]/u)
})

function messageOf(message: { typeUrl: string; value: unknown }): string {
  try {
    previewFees({ messages: [message], snapshot: SMALL })
  } catch (error) {
    if (isRegenError(error, 'INPUT_INVALID')) return error.message
  }
  throw new Error('it was read')
}

test('a decision that is packed as bytes is called by its type', () => {
  const typeUrl = '/cosmos.group.v1.ThresholdDecisionPolicy'
  const group = { admin: SELLER, members: [], decisionPolicy: { typeUrl, value: '' } }
  const { messages } = previewFees({
    messages: [{ typeUrl: '/cosmos.group.v1.MsgCreateGroupWithPolicy', value: group }],
    snapshot: SMALL,
  })
  expect(messages[0]?.sentence).toBe(
    `Makes a group of 0 member(s) with an account that pays when ${typeUrl}.`,
  )
})
