import { describe, expect, test } from 'vitest'
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import { requireAtMost } from '../../src/client/send/debits.ts'
import {
  basket,
  ecocredit,
  type LedgerSnapshot,
  marketplace,
  parseSnapshot,
  previewFees,
} from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import { SimulateResponse } from '../../src/wire/generated/cosmos/tx/v1beta1/service.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { abci, broadcasts, counted, interpose, SIMULATE } from './interpose.ts'
import { recordedTx, rightBefore, walletOf } from './live.ts'
import { alice, bob, sendAll } from './sendAll.ts'

/** What a real node, a hostile node, hostile wallets and public bug reports found in release 0.1.0 about sending, case by case: what is refused before anything is signed. */

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

test('a raw store that has no such version yet is not empty: the marketplace fees are asked for again', async () => {
  const BUY = 'buy with fees, exact max fee'
  let early = 0
  const { regen } = await rightBefore(BUY, {
    fetch: interpose(({ path, params }) =>
      path === '/store/ecocredit/key' && early++ === 0
        ? abci({ log: 'version does not exist', height: String(params['height']) })
        : null,
    ),
  })
  const preview = await regen.previewFees(messagesOf(BUY))
  expect(early).toBe(2)
  expect(preview.messages[0]?.purchases[0]?.buyerFee).toBeGreaterThan(0n)
})

describe('at most', () => {
  const BUY = 'buy with fees, exact max fee'
  const buying = (bid: string, quantity = '2') =>
    marketplace.msgBuyDirect({
      buyer: bob,
      orders: [
        {
          sellOrderId: 1n,
          quantity,
          bidPrice: { denom: 'uregen', amount: bid },
          disableAutoRetire: true,
        },
      ],
    })
  const sendWith = async (
    bid: string,
    atMost: readonly string[] | undefined,
    fetchWith?: typeof fetch,
    quantity?: string,
  ) => {
    const { node, regen, wallet } = await rightBefore(BUY, fetchWith ? { fetch: fetchWith } : {})
    const signer = counted(wallet)
    const result = regen.connectSigner(signer.wallet).signAndBroadcast([buying(bid, quantity)], {
      gasLimit: 800_000n,
      gasPrice: '0.025uregen',
      timeoutHeight: 'none',
      ...(atMost && { atMost }),
    })
    return { node, result, signer }
  }

  test('a bid a million times the ask is refused: the seller may raise the price up to it', async () => {
    const { result, signer, node } = await sendWith('25000000000000', ['60000000uregen'])
    expect(await failureOf(result)).toMatchObject({
      code: 'DEBIT_TOO_HIGH',
      context: { denom: 'uregen', by: 'bids' },
    })
    expect([signer.asked(), broadcasts(node)]).toEqual([0, []])
  })

  test('bid and maxFeeAmount are the bounds: at their sum it is sent, one unit less is refused', async () => {
    // 2 × 25,000,000, the buyer fee of 1 % as maxFeeAmount, and the gas.
    const most = 50_000_000n + 500_000n + 20_000n
    expect((await (await sendWith('25000000', [`${most}uregen`])).result).txHash).toBe(recordedTx(BUY).hash)
    const error = await failureOf((await sendWith('25000000', [`${most - 1n}uregen`])).result)
    expect(error).toMatchObject({ code: 'DEBIT_TOO_HIGH', context: { amount: most, most: most - 1n } })
  })

  test.each([
    ['1e1', '25000000'],
    ['10.', '25000000'],
    ['010', '25000000'],
    ['+10', '25000000'],
    ['10', '+25000000'],
    ['10', '25_000_000'],
    ['10', '0x17d7840'],
    ['10', '0137274100'],
  ])('%s credits at %s each, as the chain reads them too, are bounded by atMost', async (quantity, bid) => {
    const most = 250_000_000n + 2_500_000n + 20_000n
    const { value } = (recordedTx(BUY).before.simulate?.response ?? {}) as { value?: string }
    const simulated = interpose(({ path }) => (path === SIMULATE ? abci({ value }) : null))
    const { result, signer } = await sendWith(bid, [`${most - 1n}uregen`], simulated, quantity)
    expect(await failureOf(result)).toMatchObject({
      code: 'DEBIT_TOO_HIGH',
      context: { denom: 'uregen', amount: most, most: most - 1n, by: 'bids' },
    })
    expect(signer.asked()).toBe(0)
  })

  test('a price that rises between snapshot and block is noticed: the simulation moves more than the preview said', async () => {
    const { value = '' } = (recordedTx(BUY).before.simulate?.response ?? {}) as { value?: string }
    const response = SimulateResponse.decode(bytesOf(value))
    const events = (response.result?.events ?? []).map(event => ({
      ...event,
      attributes: event.attributes.map(attribute =>
        event.type === 'coin_spent' && /^\d{5,}uregen$/.test(attribute.value)
          ? { ...attribute, value: `9${attribute.value}` }
          : attribute,
      ),
    }))
    const risen = SimulateResponse.encode({
      ...response,
      result: response.result && { ...response.result, events },
    }).finish()
    const fetchWith = interpose(({ path }) =>
      path === SIMULATE ? abci({ value: Buffer.from(risen).toString('base64') }) : null,
    )
    const { result, signer, node } = await sendWith('25000000', undefined, fetchWith)
    expect(await failureOf(result)).toMatchObject({ code: 'DEBIT_TOO_HIGH', context: { by: 'simulation' } })
    expect([signer.asked(), broadcasts(node)]).toEqual([0, []])
  })
})

describe('at most, where the price or fee of a message is not known', () => {
  const snapshot = (settings: object): LedgerSnapshot => ({
    ...parseSnapshot(bundled),
    settings: { ...parseSnapshot(bundled).settings, ...settings },
  })
  const bound =
    (message: Message, atMost: string, settings: object = {}) =>
    () =>
      requireAtMost(
        previewFees({ messages: [message], snapshot: snapshot(settings) }),
        { atMost: [atMost], messages: [message] },
        'bids',
      )

  test('a creation fee may be all that is offered: without a limit of its own nothing bounds it', () => {
    const create = ecocredit.msgCreateClass({
      admin: alice,
      issuers: [alice],
      creditTypeAbbrev: 'C',
      metadata: '',
      fee: { denom: 'uregen', amount: '20000000000' },
    })
    expect(bound(create, '30000000000uregen', { classFee: 'unknown' })).toThrow('[DEBIT_TOO_HIGH]')
    expect(bound(create, '30000000000uregen')).not.toThrow()
  })

  test('the tokens of a basket that nobody knows leave all the same', () => {
    const take = basket.msgTake({
      owner: alice,
      basketDenom: 'eco.uC.NOPE',
      amount: '1000000000',
      retireOnTake: false,
    })
    expect(bound(take, '1uregen')).toThrow('[DEBIT_TOO_HIGH]')
    expect(bound(take, '1000000000eco.uC.NOPE')).not.toThrow()
  })
})

describe('messages that the registry knows and the catalog does not are not trimmed and signed', () => {
  const authorization = {
    typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization',
    value: { msg: '/regen.ecocredit.v1.MsgRetire' },
  }
  const createValidator: Message = {
    typeUrl: '/cosmos.staking.v1beta1.MsgCreateValidator',
    value: { minSelfDelegation: '1', delegatorAddress: alice, validatorAddress: 'regenvaloper1' },
  }
  const grantUntil = (grant: object): Message => ({
    typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
    value: { granter: alice, grantee: bob, grant: { authorization, ...grant } },
  })

  test.each<[string, Message]>([
    ['MsgGrant with a misspelt expires', grantUntil({ expires: { seconds: 1_900_000_000n, nanos: 0 } })],
    [
      'a MsgCreateValidator with a misspelt field',
      { ...createValidator, value: { ...(createValidator.value as object), minSelfDelegations: '1' } },
    ],
  ])('%s is refused, whatever is allowed', async (_, message) => {
    const { sent, result } = await sendAll(await walletOf('alice'), { allow: ['MESSAGE_UNKNOWN'] }, [message])
    expect((await failureOf(result)).code).toBe('INPUT_INVALID')
    expect(sent).toEqual([])
  })

  test('what cannot be previewed is not signed unless allowed by name', async () => {
    const message = createValidator
    const { sent, result } = await sendAll(await walletOf('alice'), {}, [message])
    expect(await failureOf(result)).toMatchObject({
      code: 'PREVIEW_INCOMPLETE',
      context: { warnings: [{ code: 'MESSAGE_UNKNOWN' }] },
    })
    expect(sent).toEqual([])
    const allowed = await sendAll(await walletOf('alice'), { allow: ['MESSAGE_UNKNOWN'] }, [message])
    await allowed.result
    expect(allowed.sent.length).toBe(1)
  })
})
