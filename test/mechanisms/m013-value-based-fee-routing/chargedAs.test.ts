import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ChargedAct,
  type ChargeRules,
  chargedAs,
  chargesOfSend,
  chargesRetirement,
} from '../../../src/mechanisms/m013-value-based-fee-routing/chargedAs.ts'
import { collectedIn, rulesAt } from '../../../src/mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import { appliedRate } from '../../../src/mechanisms/m013-value-based-fee-routing/fee.ts'
import { M013_V0 } from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { DEFAULT_POLICY } from '../../../src/policy/generated/defaultPolicy.ts'
import type { Credits } from '../../../src/primitives/credits.ts'
import { parseRatio } from '../../../src/primitives/ratio.ts'
import { holds } from '../../support/arbitraries.ts'
import { rateOf, uregenOf } from './feeConfigs.ts'

const FREE: ChargeRules = DEFAULT_POLICY.m013
const ALL: ChargeRules = { ...FREE, bridge: 'transfer', bridgeReceive: 'issuance', basket: 'transfer' }

test.each<[ChargedAct, string | null, string, Partial<ChargeRules>]>([
  ['retirement', 'CreditRetirement', 'CreditRetirement', {}],
  ['issuance', 'CreditIssuance', 'CreditIssuance', {}],
  ['bridge receive', null, 'CreditIssuance', { bridgeReceive: 'issuance' }],
  ['bridge', null, 'CreditTransfer', { bridge: 'transfer' }],
  ['basket put', null, 'CreditTransfer', { basket: 'transfer' }],
  ['basket take', null, 'CreditTransfer', { basket: 'transfer' }],
  ['basket take and retire', null, 'CreditRetirement', { basket: 'transfer' }],
])('%s', (act, byDefault, charged, knob) => {
  expect(chargedAs(act, FREE)).toBe(byDefault)
  expect(chargedAs(act, ALL)).toBe(charged)
  expect(chargedAs(act, { ...FREE, ...knob })).toBe(charged)
  // Its own knob alone says so.
  for (const other of ['bridge', 'bridgeReceive', 'basket'] as const)
    if (!(other in knob)) expect(chargedAs(act, { ...FREE, [other]: ALL[other] })).toBe(byDefault)
})

test('a purchase is charged for its retirement where it retires, and only with autoRetire: both', () => {
  expect(
    [true, false].flatMap(retires =>
      (['trade-only', 'both'] as const).map(autoRetire => chargesRetirement(retires, { autoRetire })),
    ),
  ).toEqual([false, true, false, false])
})

const credits = (amount: bigint) => amount as Credits
const [TRANSFER, RETIREMENT] = ['CreditTransfer', 'CreditRetirement'] as const
/** Rates with which a transfer costs more than a retirement. */
const DEAR = { ...M013_V0.feeRates, CreditTransfer: rateOf('0.01') }
const EVEN = { ...M013_V0.feeRates, CreditTransfer: M013_V0.feeRates.CreditRetirement }

test.each([
  [
    'split',
    M013_V0.feeRates,
    3n,
    2n,
    [
      [TRANSFER, 3n],
      [RETIREMENT, 2n],
    ],
  ],
  ['split', M013_V0.feeRates, 0n, 2n, [[RETIREMENT, 2n]]],
  ['transfer-only', M013_V0.feeRates, 3n, 2n, [[TRANSFER, 5n]]],
  ['max', M013_V0.feeRates, 3n, 2n, [[RETIREMENT, 5n]]],
  ['max', DEAR, 3n, 2n, [[TRANSFER, 5n]]],
  ['max', EVEN, 3n, 2n, [[RETIREMENT, 5n]]],
  ['max', M013_V0.feeRates, 3n, 0n, [[TRANSFER, 3n]]],
  ['split', M013_V0.feeRates, 0n, 0n, [[TRANSFER, 0n]]],
] as const)('a send under %s', (sendWithRetire, feeRates, tradable, retired, charges) => {
  const found = chargesOfSend(
    { tradable: credits(tradable), retired: credits(retired) },
    { sendWithRetire, feeRates },
  )
  expect(found.map(({ txType, credits }) => [txType, credits])).toEqual(charges)
})

test('each credit of a send is charged once, and one that is not known makes what it stands in unknown', () => {
  const anyAmount = fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }).map(credits))
  const anyRules = fc.record({
    sendWithRetire: fc.constantFrom('split' as const, 'transfer-only' as const, 'max' as const),
    feeRates: fc.constantFrom(M013_V0.feeRates, DEAR, EVEN),
  })
  holds(anyAmount, anyAmount, anyRules, (tradable, retired, rules) => {
    const charged = chargesOfSend({ tradable, retired }, rules).map(({ credits }) => credits)
    const isKnown = tradable !== null && retired !== null
    expect(charged.includes(null)).toBe(!isKnown)
    if (isKnown)
      expect(charged.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n)).toBe(tradable + retired)
  })
})

test.each([
  ['uregen', 'regen-only', 'uregen'],
  ['uusdc', 'regen-only', 'uregen'],
  ['uusdc', 'native', 'uusdc'],
  ['uusdc', 'hybrid', 'uusdc'],
] as const)('what is paid in %s is collected with %s in %s', (denom, collection, into) => {
  expect(collectedIn(denom, { collection })).toBe(into)
})

test('the minimum in another denom is floor( minFee / rate )', () => {
  const rules = { ...DEFAULT_POLICY.m013, minFee: uregenOf(1_000_000) }
  expect(rulesAt(parseRatio('2.4'), rules).minFee).toBe(416_666n)
  expect(rulesAt(parseRatio('1'), rules)).toEqual(rules)
})

test('no rate is applied above maxRate, and one that is not above it is itself', () => {
  const rates = { ...M013_V0, maxRate: rateOf('0.01') }
  expect(appliedRate('CreditIssuance', rates)).toEqual(rateOf('0.01'))
  expect(appliedRate('MarketplaceTrade', rates)).toBe(rates.feeRates.MarketplaceTrade)
  expect(appliedRate('CreditTransfer', rates)).toBe(rates.feeRates.CreditTransfer)
})
