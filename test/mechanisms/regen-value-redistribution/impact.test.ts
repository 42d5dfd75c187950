import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustAwards } from '../../../src/mechanisms/regen-value-redistribution/impact/feedback.ts'
import {
  attestedCoverage,
  type Indicator,
  indicatorProgress,
  type Measurement,
} from '../../../src/mechanisms/regen-value-redistribution/impact/indicators.ts'
import { categoryBudgets } from '../../../src/mechanisms/regen-value-redistribution/round/categoryBudgets.ts'
import { compareRatios, type Ratio, ratio, ZERO } from '../../../src/primitives/ratio.ts'
import { holds } from '../../support/arbitraries.ts'

const gate = { attestors: ['ada', 'ben'], least: 1 }
const indicator = (baseline: bigint, target: bigint | null): Indicator => ({
  id: 'trees',
  unit: 'trees',
  method: 'counted',
  baseline: ratio(baseline),
  target: target === null ? null : { value: ratio(target), by: '2027-12-31' },
})
const measured = (value: bigint | null, attestors = ['ada']): Measurement => ({
  indicator: 'trees',
  value: value === null ? null : ratio(value),
  provenance: { query: 'count', height: null, hash: null },
  attestors,
})
const progressOf = (baseline: bigint, target: bigint | null, value: bigint | null, attestors?: string[]) => {
  const [found] = indicatorProgress([indicator(baseline, target)], [measured(value, attestors)], gate)
  if (found === undefined) throw new Error('an indicator has a progress')
  return found
}

const small = fc.bigInt({ min: 0n, max: 1_000n })
const anyAward = fc.bigInt({ min: 0n, max: 10n ** 18n })
const anyFactor: fc.Arbitrary<Ratio> = fc
  .tuple(fc.bigInt({ min: 0n, max: 3_000n }), fc.constant(1_000n))
  .map(([num, den]) => ratio(num, den))

describe('adjustAwards', () => {
  test('next = floor( base × min( mostFactor, progress ) ), from the counts themselves', () => {
    holds(anyAward, anyFactor, small, small, small, (base, mostFactor, baseline, rise, value) => {
      const target = baseline + rise + 1n
      const [next] = adjustAwards(
        [{ project: 'soil', base, progress: progressOf(baseline, target, value) }],
        { mostFactor, unknown: 'keep' },
      )
      const made = value > baseline ? ratio(value - baseline, rise + 1n) : ZERO
      const factor = compareRatios(made, mostFactor) < 0 ? made : mostFactor
      const after = next?.after ?? -1n
      expect(next?.before).toBe(base)
      expect(after * factor.den <= base * factor.num && base * factor.num < (after + 1n) * factor.den).toBe(
        true,
      )
    })
  })

  test('unknown progress keeps the award or withholds it, as the rule says; without a target it stays under both', () => {
    const awards = (progress: ReturnType<typeof progressOf>) => [{ project: 'soil', base: 1_000n, progress }]
    const next = (progress: ReturnType<typeof progressOf>, unknown: 'keep' | 'withhold') =>
      adjustAwards(awards(progress), { mostFactor: ratio(2n), unknown }).map(each => each.after)
    for (const unknown of [progressOf(0n, 10n, null), progressOf(0n, 10n, 5n, ['eve'])]) {
      expect(next(unknown, 'keep')).toEqual([1_000n])
      expect(next(unknown, 'withhold')).toEqual([0n])
    }
    expect(next(progressOf(0n, null, 5n), 'keep')).toEqual([1_000n])
    expect(next(progressOf(0n, null, 5n), 'withhold')).toEqual([1_000n])
  })
})

test('attestedCoverage: what listed attestors stand behind, as a part of what was retired; each of them once', () => {
  const anyBatch = fc.record({
    retired: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    attestors: fc.array(fc.constantFrom('ada', 'ben', 'eve'), { maxLength: 4 }),
  })
  holds(fc.array(anyBatch, { maxLength: 5 }), fc.integer({ min: 0, max: 3 }), (batches, least) => {
    let [whole, covered] = [0n, 0n]
    for (const { retired, attestors } of batches) {
      whole += retired
      const behind = Number(attestors.includes('ada')) + Number(attestors.includes('ben'))
      if (behind >= least) covered += retired
    }
    expect(attestedCoverage(batches, { ...gate, least })).toEqual(whole === 0n ? null : ratio(covered, whole))
  })
})

describe('categoryBudgets', () => {
  const categories = ['water', 'soil', 'air']
  const anyBallots = fc.array(fc.record({ water: small, soil: small, air: small }), { maxLength: 5 })
  const ballotsOf = (parts: readonly { readonly [category: string]: bigint }[]) =>
    parts.map((each, index) => ({ voter: `${index}`, parts: each }))

  test('the budget is conserved to the unit as soon as anybody voted for something', () => {
    holds(anyAward, anyBallots, (budget, parts) => {
      const given = categoryBudgets(budget, categories, ballotsOf(parts), 'largest-remainder')
      const sum = [...given.values()].reduce((total, amount) => total + amount, 0n)
      expect(sum === budget || sum === 0n).toBe(true)
      if (parts.length === 1 && Object.values(parts[0] ?? {}).some(part => part > 0n))
        expect(sum).toBe(budget)
    })
  })

  test('the size of the parts of one ballot means nothing: only their proportion does', () => {
    holds(anyAward, anyBallots, fc.bigInt({ min: 1n, max: 999n }), (budget, parts, factor) => {
      const scaled = parts.map((each, index) =>
        index === 0 ? { water: each.water * factor, soil: each.soil * factor, air: each.air * factor } : each,
      )
      const given = categoryBudgets(budget, categories, ballotsOf(parts), 'largest-remainder')
      expect(categoryBudgets(budget, categories, ballotsOf(scaled), 'largest-remainder')).toEqual(given)
    })
  })

  test('of three ballots the median counts, whatever the outermost says', () => {
    const ballots = ballotsOf([
      { water: 1n, soil: 3n },
      { water: 1n, soil: 1n },
      { water: 99n, soil: 1n },
    ])
    expect(categoryBudgets(100n, ['water', 'soil'], ballots, 'largest-remainder')).toEqual(
      new Map([
        ['water', 50n],
        ['soil', 50n],
      ]),
    )
  })
})
