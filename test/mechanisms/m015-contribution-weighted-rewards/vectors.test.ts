import { expect, test } from 'vitest'
import { distribute } from '../../../src/mechanisms/m015-contribution-weighted-rewards/distribution/distribution.ts'
import {
  accrue,
  allocateStability,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { washTrade } from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/washTrade.ts'
import { washTradeBreakEven } from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/washTradeBreakEven.ts'
import { formatRatio } from '../../../src/primitives/ratio.ts'
import { type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import vectors from '../../vectors/m015.json' with { type: 'json' }
import washVectors from '../../vectors/m015-wash.json' with { type: 'json' }
import { addressOf, commitmentOf, fraction, withParams } from './arbitraries.ts'

const whole = (text: string): Uregen => uregen(BigInt(text))

/** A row of the file that has these inputs. */
const rowsWith = <Name extends string>(name: Name) =>
  vectors.flatMap(row =>
    name in row.input ? [row as typeof row & { input: { [key in Name]: unknown } }] : [],
  )

test('no row of the file is left out', () => {
  const covered = [...rowsWith('scores'), ...rowsWith('inflow'), ...rowsWith('periods')]
  expect(covered.map(({ id }) => id).sort()).toEqual(vectors.map(({ id }) => id).sort())
})

test.each(rowsWith('scores'))('$id: distribution', ({ input, expected }) => {
  const { pool, scores } = input as unknown as { pool: string; scores: string[] }
  const rewards = distribute(
    whole(pool),
    scores.map((score, index) => ({ address: addressOf(index + 1), score: fraction(score) })),
  )
  expect(rewards.map(({ reward }) => reward.toString())).toEqual((expected as { rewards: string[] }).rewards)
})

test.each(rowsWith('inflow'))('$id: stability allocation', ({ input, expected }) => {
  const { committed, inflow, annualRate, periodsPerYear, maxStabilityShare, autoShare } =
    input as unknown as {
      committed: string
      inflow: string
      annualRate: string
      periodsPerYear: number
      maxStabilityShare: string
      autoShare: string
    }
  const { stability, activity } = allocateStability({
    committed: [commitmentOf(whole(committed), 0, { rate: fraction(annualRate) })],
    inflow: whole(inflow),
    params: withParams({
      periodsPerYear,
      maxStabilityShare: fraction(maxStabilityShare),
      autoShare: fraction(autoShare),
      stabilityCapBase: 'inflow',
    }),
  })
  expect({ stabilityAllocation: stability.toString(), activityPool: activity.toString() }).toEqual(expected)
})

test.each(rowsWith('periods'))('$id: accrual', ({ input, expected }) => {
  const { committed, periods, periodsPerYear, annualRate } = input as unknown as {
    committed: string
    periods: number
    periodsPerYear: number
    annualRate: string
  }
  const commitment = { amount: whole(committed), rate: fraction(annualRate) }
  expect({ accrued: accrue(commitment, periods, { periodsPerYear }).toString() }).toEqual(expected)
})

test.each(washVectors)('$id: wash trade', ({ input, expected }) => {
  const { k, honestFees, honestScore, volume, feeRate, scorePerVolume } = input
  const route = {
    name: 'vector',
    feesPerVolume: fraction(feeRate),
    scorePerVolume: fraction(scorePerVolume),
  }
  const wash = { k: fraction(k), honest: { fees: fraction(honestFees), score: fraction(honestScore) } }
  const { cost, pool, reward, profit, loss } = washTrade({ ...wash, route, volume: whole(volume) })
  expect({
    cost: formatRatio(cost),
    pool: formatRatio(pool),
    reward: formatRatio(reward),
    profit: formatRatio(profit),
  }).toEqual(expected)
  expect(formatRatio(loss)).toBe('0')
  expect(washTradeBreakEven({ ...wash, routes: [route] }).sybilResistant).toBe(false)
})
