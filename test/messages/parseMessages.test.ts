import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATALOG } from '../../src/messages/catalog.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { unpackMessages } from '../../src/wire/unpackMessages.ts'
import { recordedTxs } from '../support/recordings.ts'

const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const BATCH = 'C01-001-20200101-20210101-001'
const RETIRE = '/regen.ecocredit.v1.MsgRetire'
const retirement = { owner: ALICE, credits: [{ batchDenom: BATCH, amount: '1.25' }], jurisdiction: 'US-WA' }
const read = { typeUrl: RETIRE, value: { ...retirement, reason: '' } }

const failure = (json: unknown): string => {
  try {
    parseMessages(json)
  } catch (error) {
    if (isRegenError(error, 'INPUT_INVALID')) return error.message
    throw error
  }
  throw new Error('it was accepted')
}

describe('forms that are read', () => {
  const value = { ...retirement }
  const snake = { owner: ALICE, credits: [{ batch_denom: BATCH, amount: '1.25' }], jurisdiction: 'US-WA' }
  test.each([
    ['a list', [{ typeUrl: RETIRE, value }]],
    ['{ messages }', { messages: [{ typeUrl: RETIRE, value }] }],
    ['the body of a transaction', { body: { messages: [{ '@type': RETIRE, ...snake }], memo: '' } }],
    ['snake_case fields', [{ typeUrl: RETIRE, value: snake }]],
    ['@type with camelCase fields', [{ '@type': RETIRE, ...value }]],
  ])('%s', (_, json) => {
    expect(parseMessages(json)).toEqual([read])
  })

  test('what was read can be read again, unchanged', () => {
    const once = parseMessages([{ typeUrl: RETIRE, value }])
    expect(parseMessages(once)).toEqual(once)
  })

  test('messages inside messages, in the form of the regen command line', () => {
    const exec = {
      '@type': '/cosmos.authz.v1beta1.MsgExec',
      grantee: ALICE,
      msgs: [{ '@type': RETIRE, ...snake }],
    }
    expect(parseMessages([exec])).toEqual([
      { typeUrl: '/cosmos.authz.v1beta1.MsgExec', value: { grantee: ALICE, msgs: [read] } },
    ])
  })

  test('a message outside of the catalog stays as it is, bytes too', () => {
    const other = {
      typeUrl: '/cosmos.staking.v1beta1.MsgCreateValidator',
      value: { delegatorAddress: ALICE },
    }
    const packed = { typeUrl: RETIRE, value: new Uint8Array([1, 2]) }
    expect(parseMessages([other, packed])).toEqual([other, packed])
  })

  test('a message that breaks a rule of the chain is read: a preview says so', () => {
    const wrong = { typeUrl: RETIRE, value: { ...retirement, jurisdiction: 'nowhere' } }
    expect(parseMessages([wrong])[0]?.value).toMatchObject({ jurisdiction: 'nowhere' })
  })
})

test('the JSON of every recorded transaction reads as its signed bytes do', () => {
  const types = new Set(CATALOG.map(({ typeUrl }) => typeUrl as string))
  const txs = recordedTxs().filter(({ messages }) => messages.every(({ typeUrl }) => types.has(typeUrl)))
  for (const { name, messages, txBytes } of txs)
    expect(unpackMessages(parseMessages(messages)), name).toEqual(
      decodeTx(new Uint8Array(Buffer.from(txBytes, 'base64'))).body.messages,
    )
  expect(txs.length).toBeGreaterThan(70)
})

describe('forms that are refused, with the place', () => {
  test.each([
    ['nothing', null, 'expected a list of messages'],
    ['a text', 'messages', 'expected a list of messages'],
    ['an object without messages', { message: [] }, 'expected a list of messages'],
    ['messages that are no list', { messages: {} }, 'expected a list of messages'],
    ['a message without a value', [{ typeUrl: RETIRE }], 'at [0]'],
    ['a second message that is a list', [read, []], 'at [1]'],
    ['a type URL that is a number', [{ typeUrl: 1, value: {} }], 'at [0]'],
    ['a field that is not there', [{ typeUrl: RETIRE, value: { ...retirement, amount: '1' } }], 'amount'],
    ['a field of a wrong type', [{ typeUrl: RETIRE, value: { ...retirement, owner: 1 } }], 'owner'],
  ])('%s', (_, json, where) => {
    expect(failure(json)).toContain(where)
  })

  test('JSON that is nested too deep', () => {
    let deep: object = { owner: ALICE }
    for (let level = 0; level < 100; level++) deep = { inner: deep }
    expect(failure([{ typeUrl: RETIRE, value: deep }])).toContain('nested more than 64 levels deep')
  })

  test('prototype keys name no field', () => {
    const json = JSON.parse(`[{"typeUrl":"${RETIRE}","value":{"__proto__":{"owner":"${ALICE}"}}}]`) as unknown
    expect(failure(json)).toContain('✖')
    expect(({} as { owner?: string }).owner).toBeUndefined()
  })

  test('any JSON at all gives messages or INPUT_INVALID', () => {
    const item = fc.record({
      typeUrl: fc.constantFrom(...CATALOG.map(({ typeUrl }) => typeUrl)),
      value: fc.object(),
    })
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(item, { maxLength: 3 })), json => {
        try {
          parseMessages(json)
        } catch (error) {
          if (!isRegenError(error, 'INPUT_INVALID')) throw error
        }
      }),
    )
  })
})
