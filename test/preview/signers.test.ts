import { describe, expect, test } from 'vitest'
import { signersOf } from '../../src/client/sign/signersOf.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { addressProblem } from '../../src/primitives/address.ts'
import { BUYER, exec, GROUP, pay, SELLER, SMALL } from '../support/snapshots.ts'
import { VALID_MESSAGES } from '../support/validMessages.ts'

/** Whoever signs pays: without a signer nothing of what leaves an account would be shown. */

const coins = (amount: string) => [{ denom: 'uregen', amount }]
const multiSend = (from: string) => ({
  typeUrl: '/cosmos.bank.v1beta1.MsgMultiSend',
  value: {
    inputs: [{ address: from, coins: coins('10') }],
    outputs: [{ address: SELLER, coins: coins('10') }],
  },
})

test.each(Object.entries(VALID_MESSAGES))(
  '%s has a signer, in a preview and when it is signed',
  (typeUrl, value) => {
    const message = { typeUrl, value: value as object }
    const [first] = previewFees({ messages: [message], snapshot: SMALL }).messages
    expect(addressProblem(first?.signer ?? '')).toBe(null)
    expect(signersOf([message], undefined, undefined)).toContain(first?.signer)
  },
)

describe('a send of one account to several', () => {
  test('is paid by the account of its input, with the gas', () => {
    const { live } = previewFees({ messages: [multiSend(BUYER)], snapshot: SMALL, gasLimit: 100_000n })
    expect(live.gas?.payer).toBe(BUYER)
    expect(live.debits).toEqual([{ account: BUYER, denom: 'uregen', amount: 2_510n }])
    expect(live.requiredBalances).toEqual(live.debits)
  })

  test('needs the grant of that account, where another one runs it', () => {
    const { live, warnings } = previewFees({
      messages: [exec(SELLER, multiSend(BUYER))],
      snapshot: { ...SMALL, complete: [...SMALL.complete, 'grants'] },
    })
    expect(warnings).toMatchObject([{ code: 'NOT_AUTHORIZED', blocks: true, path: [0] }])
    expect(live.debits).toEqual([{ account: BUYER, denom: 'uregen', amount: 10n }])
  })

  test('may be what a group runs with its own coins', () => {
    const proposal = {
      typeUrl: '/cosmos.group.v1.MsgSubmitProposal',
      value: { groupPolicyAddress: GROUP, proposers: [SELLER], messages: [multiSend(GROUP)] },
    }
    expect(previewFees({ messages: [proposal], snapshot: SMALL }).warnings).toEqual([])
    const wrong = { ...proposal, value: { ...proposal.value, messages: [multiSend(SELLER)] } }
    expect(previewFees({ messages: [wrong], snapshot: SMALL }).warnings).toMatchObject([
      { code: 'WOULD_FAIL', facts: { rule: 'inner-signer', reason: `it must be ${GROUP}` } },
    ])
  })
})

test('the gas is paid by who signs first, however the fields of the message are spelled', () => {
  const snake = {
    typeUrl: '/cosmos.bank.v1beta1.MsgSend',
    value: { from_address: BUYER, to_address: SELLER, amount: coins('5') },
  }
  const of = (message: typeof snake | ReturnType<typeof pay>) => {
    const { gas, debits } = previewFees({ messages: [message], snapshot: SMALL, gasLimit: 100_000n }).live
    return { gas, debits }
  }
  expect(of(snake)).toEqual(of(pay(SELLER, '5uregen')))
  expect(of(snake).gas?.payer).toBe(BUYER)
})

test('gas and fees of one account are one amount, in whatever case its address is written', () => {
  const { proposed, live } = previewFees({
    messages: [pay(SELLER, '5uregen')],
    snapshot: SMALL,
    gasLimit: 100_000n,
    feePayer: BUYER.toUpperCase(),
    phase: 'TRANSITION',
  })
  expect([live.gas?.payer, live.debits.map(({ account }) => account)]).toEqual([BUYER, [BUYER]])
  expect(proposed.beside).toEqual([{ account: BUYER, denom: 'uregen', amount: 2_500n }])
})
