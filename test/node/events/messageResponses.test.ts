import { expect, test } from 'vitest'
import { decodeMessageResponses } from '../../../src/node/events/messageResponses.ts'
import { isRegenError } from '../../../src/primitives/errors.ts'
import { TxMsgData } from '../../../src/wire/generated/cosmos/base/abci/v1beta1/abci.ts'
import { recordedTx, recordedTxs } from '../../support/recordings.ts'

type WithData = { readonly tx_result: { readonly data: string | null } } | null

const dataOf = (tx: unknown) => new Uint8Array(Buffer.from((tx as WithData)?.tx_result.data ?? '', 'base64'))

const responsesOf = (name: string) => decodeMessageResponses(dataOf(recordedTx(name).tx))

test('each message of every recorded transaction answered with the response of its own type', () => {
  const successful = recordedTxs().filter(({ tx }) => tx?.tx_result.code === 0)
  expect(successful).toHaveLength(77)
  for (const { messages, tx } of successful)
    expect(decodeMessageResponses(dataOf(tx)).map(({ typeUrl }) => typeUrl)).toEqual(
      messages.map(({ typeUrl }) => `${typeUrl}Response`),
    )
})

test('what the chain gave: a batch denom, order ids, tokens, credits', () => {
  expect(responsesOf('create batch, open, retired part')).toEqual([
    {
      typeUrl: '/regen.ecocredit.v1.MsgCreateBatchResponse',
      value: { batchDenom: 'C01-001-20200101-20210101-001' },
    },
  ])
  expect(responsesOf('sell five orders')).toMatchObject([{ value: { sellOrderIds: [1n, 2n, 3n, 4n, 5n] } }])
  expect(responsesOf('basket put')).toMatchObject([{ value: { amountReceived: '100123456' } }])
  expect(responsesOf('basket take and retire')).toMatchObject([
    { value: { credits: [{ batchDenom: 'C01-001-20200101-20210101-001', amount: '2.500000' }] } },
  ])
})

test('a failed transaction has no data and no responses', () => {
  expect(decodeMessageResponses(new Uint8Array())).toEqual([])
})

test('a response of an unknown type keeps its bytes', () => {
  const unknown = { typeUrl: '/cosmwasm.wasm.v1.MsgExecuteContractResponse', value: Uint8Array.of(1, 2) }
  const data = TxMsgData.encode({ data: [], msgResponses: [unknown] }).finish()
  expect(decodeMessageResponses(data)).toEqual([unknown])
})

test('bytes that are none are the fault of the node, not of the caller', () => {
  expect.assertions(1)
  try {
    decodeMessageResponses(Uint8Array.of(0xff, 0xff, 0xff))
  } catch (error) {
    expect(isRegenError(error, 'RESPONSE_INVALID')).toBe(true)
  }
})
