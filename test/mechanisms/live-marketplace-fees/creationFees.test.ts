import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { creationFee } from '../../../src/mechanisms/live-marketplace-fees/creationFees.ts'
import { type Coin, coin } from '../../../src/primitives/coin.ts'
import { holds } from '../../support/arbitraries.ts'

const REQUIRED = coin('regen', 20n)

/** Rows of msg_create_class.feature and msg_create.feature of regen-ledger v7.0.0. */
test.each<[string, Coin | null, ReturnType<typeof creationFee>]>([
  ['exactly what is required', coin('regen', 20n), { status: 'due', fee: REQUIRED }],
  ['more: only what is required is taken', coin('regen', 40n), { status: 'due', fee: REQUIRED }],
  ['less', coin('regen', 19n), { status: 'refused', fee: REQUIRED, reason: 'too-low' }],
  ['another denom', coin('atom', 20n), { status: 'refused', fee: REQUIRED, reason: 'wrong-denom' }],
  ['nothing', null, { status: 'refused', fee: REQUIRED, reason: 'missing' }],
])('where 20regen are required and the message offers %s', (_, offered, fee) => {
  expect(creationFee(REQUIRED, offered)).toEqual(fee)
})

test.each<[string, Coin | null]>([
  ['is not set', null],
  ['is set to 0', coin('regen', 0n)],
])('where the fee %s, creating is free, whatever is offered', (_, required) => {
  for (const offered of [null, coin('regen', 20n), coin('atom', 1n)])
    expect(creationFee(required, offered)).toEqual({ status: 'none' })
})

test('never takes more than is required, and takes it exactly when the offer reaches it', () => {
  const anyAmount = fc.bigInt({ min: 1n, max: 10n ** 12n })
  holds(anyAmount, anyAmount, (required, offered) => {
    const { status, ...fee } = creationFee(coin('uregen', required), coin('uregen', offered))
    expect(status).toBe(offered >= required ? 'due' : 'refused')
    expect(fee).toMatchObject({ fee: { amount: required } })
  })
})
