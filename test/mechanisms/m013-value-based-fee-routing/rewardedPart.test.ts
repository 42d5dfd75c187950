import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { TX_TYPES } from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { rewardedPart } from '../../../src/mechanisms/m013-value-based-fee-routing/rewardedPart.ts'
import { uregen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'

const anyLines = fc.array(
  fc.record({ txType: fc.constantFrom(...TX_TYPES), fee: fc.bigInt({ min: 0n, max: 10n ** 18n }) }),
  { maxLength: 6 },
)

test('all-fees: M015 may distribute the whole community share, whatever was charged', () => {
  holds(anyUregen, anyLines, (community, lines) => {
    expect(rewardedPart(community, lines, 'all-fees')).toBe(community)
  })
})

test('scored-fees: the exact floor of the part that trades and retirements paid, never more than the share', () => {
  holds(anyUregen, anyLines, (community, lines) => {
    const part = rewardedPart(community, lines, 'scored-fees')
    const others = lines.filter(({ txType }) => txType === 'CreditIssuance' || txType === 'CreditTransfer')
    if (others.length === 0) return expect(part).toBe(community)
    const sum = (of: typeof lines) => of.reduce((total, { fee }) => total + fee, 0n)
    const [all, scored] = [sum(lines), sum(lines) - sum(others)]
    if (all === 0n) return expect(part).toBe(0n)
    // part = floor( community × scored / all ), without a division
    expect(part * all <= community * scored && community * scored < (part + 1n) * all).toBe(true)
    expect(part <= community).toBe(true)
  })
})

test('a message of a trade of 3 REGEN and a transfer of 1 REGEN: three quarters', () => {
  const lines = [
    { txType: 'MarketplaceTrade', fee: 3_000_000n },
    { txType: 'CreditTransfer', fee: 1_000_000n },
  ] as const
  expect(rewardedPart(uregen(1_000_001n), lines, 'scored-fees')).toBe(750_000n)
})
