import { describe, expect, test } from 'vitest'
import { explainFailure } from '../../../src/node/events/failures/explainFailure.ts'
import { FAILURE_CODES } from '../../../src/node/events/failures/failureCodes.ts'
import { FAILURES } from '../../../src/node/events/failures/failureNames.ts'
import { FAILURE_REASONS } from '../../../src/node/events/failures/failureReasons.ts'
import { txError } from '../../../src/node/events/failures/txError.ts'
import { type RecordedTx, recordedTx, recordedTxs, verdicts } from '../../support/recordings.ts'

type Outcome = { readonly code: number; readonly codespace: string; readonly log: string }

const outcomeOf = ({ tx, broadcastTxSync }: RecordedTx) => (tx?.tx_result ?? broadcastTxSync) as Outcome

const failed = recordedTxs().filter(tx => outcomeOf(tx).code !== 0)

/** The name, message and facts of every recorded failure. */
const NAMES: { readonly [transaction: string]: readonly [string, number | null, object] } = {
  'create class, fee too low (fails)': [
    'CREATION_FEE_TOO_LOW',
    0,
    { required: '20000000uregen', offered: '10000000uregen' },
  ],
  'create class, no fee (fails)': ['CREATION_FEE_MISSING', 0, { required: '20000000uregen' }],
  'sell, denom not allowed (fails)': ['DENOM_NOT_ALLOWED', 0, { denom: 'uatom' }],
  'sell, more than owned (fails)': ['CREDITS_TOO_LOW', 0, { needed: '10000', available: '232.833333' }],
  'dead message: MsgCreateUnregisteredProject (fails)': ['MESSAGE_DEAD', null, {}],
  'send to oneself (fails)': ['INVALID_REQUEST', null, {}],
  'buy with fees, no max fee (fails)': ['MAX_FEE_TOO_LOW', 0, { maxFee: '0uregen', fee: '500000uregen' }],
  'buy with fees, max fee one too low (fails)': [
    'MAX_FEE_TOO_LOW',
    0,
    { maxFee: '499999uregen', fee: '500000uregen' },
  ],
  'buy with max fee in another denom (fails)': [
    'MAX_FEE_WRONG_DENOM',
    null,
    {
      maxFeeDenom: 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653',
      denom: 'uregen',
    },
  ],
  'buy more than the order holds (fails)': ['ORDER_TOO_SMALL', 0, { wanted: '11', left: '10' }],
  'buy a missing order (fails)': ['ORDER_MISSING', 0, { orderId: '4242' }],
  'buy with seven decimals (fails)': ['AMOUNT_PRECISION', 0, { amount: '1.0000000' }],
  'out of gas in the block (fails)': ['OUT_OF_GAS', null, { limit: '60000', used: '60459' }],
  'wrong sequence (fails)': ['SEQUENCE_WRONG', null, { expected: '14', got: '17' }],
  'fee below the node minimum (fails)': [
    'GAS_FEE_TOO_LOW',
    null,
    { offered: '1uregen', required: '20000uregen' },
  ],
  'buy with too little money (fails)': [
    'BALANCE_TOO_LOW',
    0,
    { needed: '25250000uregen', available: '980000uregen' },
  ],
  'buy own order (fails)': ['OWN_ORDER', 0, {}],
  'buy, bid below ask (fails)': ['BID_BELOW_ASK', 0, { ask: '25000000uregen', bid: '24999999uregen' }],
  'buy, bid in another denom (fails)': [
    'BID_WRONG_DENOM',
    0,
    { bid: 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653', ask: 'uregen' },
  ],
  'buy tradable from a retire-only order (fails)': ['RETIRE_ONLY_ORDER', 0, {}],
  'buy to retire, no jurisdiction (fails)': ['INVALID_REQUEST', null, {}],
  'out of gas (fails)': ['OUT_OF_GAS', null, { limit: '50000', used: '50448' }],
  'retire more than owned (fails)': ['CREDITS_TOO_LOW', 0, { needed: '99999', available: '3087.299998' }],
  'amino JSON send, legacy name (fails: signature)': ['SIGNATURE_WRONG', null, {}],
  'buy while the fee is the text 0 (fails)': ['DECIMAL_MALFORMED', 0, {}],
}

test('there is a name for each of the 25 recorded failures', () => {
  expect(failed.map(({ name }) => name).sort()).toEqual(Object.keys(NAMES).sort())
})

test.each(failed.map(tx => [tx.name, tx] as const))('%s', (name, tx) => {
  const failure = explainFailure(outcomeOf(tx))
  expect([failure?.name, failure?.messageIndex, failure?.facts]).toEqual(NAMES[name])
  expect(failure).toMatchObject(FAILURES[failure?.name ?? 'PANIC'])
  expect(failure?.reason).not.toMatch(/failed to execute message|goroutine|recovered/)
})

test.each(
  failed.flatMap(tx => {
    const simulated = tx.before.simulate?.response
    return simulated && simulated.code !== 0 ? [[tx.name, tx, simulated] as const] : []
  }),
)('the simulation of "%s" told the same before it was signed', (_, tx, { code, log }) => {
  const foretold = explainFailure({ code, codespace: 'sdk', log })
  const happened = explainFailure(outcomeOf(tx))
  // Between the two, the gas of the transaction itself was paid.
  const { available: _a, ...facts } = foretold?.facts ?? {}
  const { available: _b, ...facts2 } = happened?.facts ?? {}
  expect([foretold?.name, foretold?.code, foretold?.codespace, foretold?.messageIndex, facts]).toEqual([
    happened?.name,
    happened?.code,
    happened?.codespace,
    happened?.messageIndex,
    facts2,
  ])
})

test('a success is no failure', () => {
  expect(explainFailure(outcomeOf(recordedTx('retire')))).toBeNull()
})

describe('refusals recorded without being signed', () => {
  const refused = verdicts().filter(({ accepted }) => !accepted)

  test('all 715 get a reason of their own, short of what a simulation puts around it', () => {
    const failures = refused.map(({ code, log }) => explainFailure({ code, codespace: 'sdk', log }))
    expect(failures).toHaveLength(715)
    for (const failure of failures) {
      expect(failure?.reason).not.toBe('')
      expect(failure?.reason).not.toMatch(/^rpc error|with gas used|goroutine/)
    }
  })

  test('all have a name', () => {
    const unnamed = refused
      .map(({ code, log }) => explainFailure({ code, codespace: 'sdk', log }))
      .filter(failure => failure?.name === 'UNKNOWN_FAILURE')
    expect(unnamed.map(failure => failure?.reason)).toEqual([])
  })
})

test('an unknown code is told in the words of the chain', () => {
  expect(explainFailure({ codespace: 'wasm', code: 5, log: 'execute wasm contract failed' })).toMatchObject({
    name: 'UNKNOWN_FAILURE',
    codespace: 'wasm',
    code: 5,
    messageIndex: null,
    reason: 'execute wasm contract failed',
  })
})

test('a log without end is cut', () => {
  const log = `failed to execute message; message index: 12: ${'x'.repeat(100_000)}`
  expect(explainFailure({ codespace: 'sdk', code: 18, log })).toMatchObject({ messageIndex: 12 })
  expect(explainFailure({ codespace: 'sdk', code: 18, log })?.reason).toHaveLength(1000)
})

test('codes and texts stand once', () => {
  const codes = FAILURE_CODES.map(({ codespace, code }) => `${codespace} ${code}`)
  const texts = FAILURE_CODES.map(({ text }) => text)
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(texts).size).toBe(texts.length)
})

test('every name is given by a code or a reason', () => {
  const given = new Set([...FAILURE_CODES, ...FAILURE_REASONS].map(({ name }) => name))
  expect(Object.keys(FAILURES).filter(name => !given.has(name as never))).toEqual(['UNKNOWN_FAILURE'])
})

test('as an error it says what happened, why, and what to do', () => {
  const tx = recordedTx('buy with fees, max fee one too low (fails)')
  const failure = explainFailure(outcomeOf(tx))
  const error = failure && txError(failure, tx.hash)
  expect(error?.message.replace(tx.hash, 'HASH')).toMatchInlineSnapshot(
    `"Transaction HASH failed at message 0. The buyer fee is above maxFeeAmount, which is 0 when left out. The chain says: orders[0]: max fee: 499999uregen, required fee: 500000uregen: invalid request (sdk 18). Preview again and set the maxFeeAmount that it suggests. [TX_FAILED]"`,
  )
  expect(error?.context).toMatchObject({
    name: 'MAX_FEE_TOO_LOW',
    codespace: 'sdk',
    code: 18,
    messageIndex: 0,
  })
})
