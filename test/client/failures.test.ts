import { expect, test } from 'vitest'
import { BLOCKING_WARNINGS, type WarningCode } from '../../src/messages/warnings.ts'
import type { FailureName } from '../../src/node/events/failures/failureNames.ts'
import { failureOf } from '../node/rpc/connect.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedTxs } from '../support/recordings.ts'
import { abci, broadcasts, counted, interpose, SIMULATE } from './interpose.ts'
import { asRecorded, recordedTx, rightBefore } from './live.ts'

/** Every warning: with all of them allowed, only the chain itself refuses. */
const ALL = BLOCKING_WARNINGS

/** What each recorded transaction that failed comes to, sent by this client. */
const REFUSED_BEFORE_SIGNING: { readonly [name: string]: readonly [WarningCode, FailureName] } = {
  'create class, fee too low (fails)': ['CREATION_FEE_TOO_LOW', 'CREATION_FEE_TOO_LOW'],
  'create class, no fee (fails)': ['CREATION_FEE_MISSING', 'CREATION_FEE_MISSING'],
  'sell, denom not allowed (fails)': ['DENOM_NOT_ALLOWED', 'DENOM_NOT_ALLOWED'],
  'sell, more than owned (fails)': ['CREDITS_TOO_LOW', 'CREDITS_TOO_LOW'],
  'dead message: MsgCreateUnregisteredProject (fails)': ['MESSAGE_DEAD', 'MESSAGE_DEAD'],
  'send to oneself (fails)': ['WOULD_FAIL', 'INVALID_REQUEST'],
  'buy with fees, max fee one too low (fails)': ['MAX_FEE_TOO_LOW', 'MAX_FEE_TOO_LOW'],
  'buy with max fee in another denom (fails)': ['MAX_FEE_WRONG_DENOM', 'MAX_FEE_WRONG_DENOM'],
  'buy more than the order holds (fails)': ['ORDER_TOO_SMALL', 'ORDER_TOO_SMALL'],
  'buy a missing order (fails)': ['ORDER_MISSING', 'ORDER_MISSING'],
  'buy with seven decimals (fails)': ['WOULD_FAIL', 'AMOUNT_PRECISION'],
  'buy with too little money (fails)': ['BALANCE_TOO_LOW', 'BALANCE_TOO_LOW'],
  'buy own order (fails)': ['OWN_ORDER', 'OWN_ORDER'],
  'buy, bid below ask (fails)': ['BID_BELOW_ASK', 'BID_BELOW_ASK'],
  'buy, bid in another denom (fails)': ['BID_WRONG_DENOM', 'BID_WRONG_DENOM'],
  'buy tradable from a retire-only order (fails)': ['RETIRE_ONLY_ORDER', 'RETIRE_ONLY_ORDER'],
  'buy to retire, no jurisdiction (fails)': ['WOULD_FAIL', 'INVALID_REQUEST'],
  'retire more than owned (fails)': ['CREDITS_TOO_LOW', 'CREDITS_TOO_LOW'],
  'buy while the fee is the text 0 (fails)': ['FEE_PARAMS_UNUSABLE', 'DECIMAL_MALFORMED'],
}

/** These pass a simulation, which looks at neither gas limit nor fee. */
const FAILS_LATER: {
  readonly [name: string]: readonly ['TX_FAILED' | 'TX_REFUSED', FailureName, facts: object]
} = {
  'out of gas in the block (fails)': ['TX_FAILED', 'OUT_OF_GAS', { code: 11, codespace: 'sdk' }],
  'out of gas (fails)': ['TX_REFUSED', 'OUT_OF_GAS', { code: 11, codespace: 'sdk' }],
  'fee below the node minimum (fails)': ['TX_REFUSED', 'GAS_FEE_TOO_LOW', { code: 13, codespace: 'sdk' }],
}

/** What this client does otherwise than the recorded sender did. */
const DOES_NOT_FAIL = [
  'buy with fees, no max fee (fails)',
  'wrong sequence (fails)',
  'amino JSON send, legacy name (fails: signature)',
]

test('the tables name every recorded transaction that failed', () => {
  const failed = recordedTxs().filter(({ tx }) => tx?.tx_result.code !== 0)
  const named = [...Object.keys(REFUSED_BEFORE_SIGNING), ...Object.keys(FAILS_LATER), ...DOES_NOT_FAIL]
  expect(named.sort()).toEqual(failed.map(({ name }) => name).sort())
})

test.each(Object.entries(REFUSED_BEFORE_SIGNING))(
  '%s: the preview names the cause, and nothing is signed',
  async (name, [code]) => {
    const { tx, node, regen, wallet } = await rightBefore(name)
    const signer = counted(wallet)
    const error = await failureOf(
      regen.connectSigner(signer.wallet).signAndBroadcast(messagesOf(name), asRecorded(tx)),
    )
    expect(error).toMatchObject({ code: 'PREVIEW_BLOCKS', context: { warnings: [{ code }] } })
    expect(error.message).toContain('Nothing was signed')
    expect(signer.asked()).toBe(0)
    expect(broadcasts(node)).toEqual([])
    expect(node.missing).toEqual([])
  },
)

test.each(Object.entries(REFUSED_BEFORE_SIGNING))(
  '%s: a warning allowed by its code does not block',
  async (name, [code]) => {
    const { tx, regen, wallet } = await rightBefore(name, { fetch: recordedRefusal(name) })
    const signer = regen.connectSigner(wallet)
    const send = (allow: readonly WarningCode[]) =>
      failureOf(signer.signAndBroadcast(messagesOf(name), { ...asRecorded(tx), allow }))
    expect((await send([code])).code).toBe('SIMULATION_REFUSED')
    expect((await send(ALL.filter(other => other !== code))).code).toBe('PREVIEW_BLOCKS')
  },
)

test.each(Object.entries(REFUSED_BEFORE_SIGNING))(
  '%s: a simulation refuses it with a typed reason, and nothing is signed',
  async (name, [, reason]) => {
    const { tx, node, regen, wallet } = await rightBefore(name, { fetch: recordedRefusal(name) })
    const signer = counted(wallet)
    const error = await failureOf(
      regen
        .connectSigner(signer.wallet)
        .signAndBroadcast(messagesOf(name), { ...asRecorded(tx), allow: ALL }),
    )
    expect(error).toMatchObject({ code: 'SIMULATION_REFUSED', context: { name: reason } })
    expect(error.message).toContain('Nothing was signed')
    expect(signer.asked()).toBe(0)
    expect(broadcasts(node)).toEqual([])
  },
)

/**
 * The recorded refusal of a simulation, for what differs from the recording in its maxFeeAmount only: this client fills it in, also where the
 * bid is in another denom.
 */
const recordedRefusal = (name: string) =>
  interpose(({ path }) =>
    path === SIMULATE && name === 'buy, bid in another denom (fails)'
      ? abci(recordedTx(name).before.simulate?.response ?? {})
      : null,
  )

test.each(Object.entries(FAILS_LATER))(
  '%s: TX_FAILED in a block and TX_REFUSED before, with the hash and the way out',
  async (name, [code, reason, facts]) => {
    const { tx, node, regen, wallet } = await rightBefore(name)
    const error = await failureOf(
      regen.connectSigner(wallet).signAndBroadcast(messagesOf(name), asRecorded(tx)),
    )
    expect(error).toMatchObject({ code, context: { name: reason, hash: tx.hash, ...facts } })
    expect(broadcasts(node)).toEqual([tx.txBytes])
    expect(node.missing).toEqual([])
  },
)

test('buy with fees, no max fee (fails): it is filled in, so that what is simulated is another purchase', async () => {
  const name = 'buy with fees, no max fee (fails)'
  const { tx, node, regen, wallet } = await rightBefore(name)
  await failureOf(regen.connectSigner(wallet).signAndBroadcast(messagesOf(name), asRecorded(tx)))
  expect(node.missing[0]).toMatch(/a simulation of/)
  expect(broadcasts(node)).toEqual([])
})

test('wrong sequence (fails): the sequence is the one of the chain, and the transaction succeeds', async () => {
  const { regen, wallet, tx } = await rightBefore('wrong sequence (fails)')
  const sent = await regen
    .connectSigner(wallet)
    .signAndBroadcast(messagesOf('wrong sequence (fails)'), asRecorded(tx))
  expect(sent.txHash).toBe(recordedTx('retire, then the same bytes again').hash)
  expect(sent.txHash).not.toBe(tx.hash)
})

test('amino JSON send, legacy name (fails: signature): a signature that the chain refuses is explained', async () => {
  const name = 'amino JSON send, legacy name (fails: signature)'
  const { tx, regen, wallet } = await rightBefore(name, {
    fetch: interpose(({ method }) =>
      method === 'broadcast_tx_sync' ? { result: recordedTx(name).broadcastTxSync } : null,
    ),
  })
  const error = await failureOf(
    regen.connectSigner(wallet).signAndBroadcast(messagesOf(name), asRecorded(tx)),
  )
  expect(error).toMatchObject({ code: 'TX_REFUSED', context: { name: 'SIGNATURE_WRONG', code: 4 } })
  // Our converters take the type URL as the name, which gives other bytes than those that were refused.
  expect((error.context as unknown as { hash: string }).hash).not.toBe(tx.hash)
})
