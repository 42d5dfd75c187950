import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../src/primitives/canonical.ts'
import { RegenError } from '../../../src/primitives/errors.ts'
import {
  concludeStudy,
  gather,
  newGathering,
  parsePlan,
  partsOfShard,
  planJson,
  planStudy,
  runPart,
} from '../../../src/simulation/index.ts'
import { type Band, bandsOf, newSketches, sketchPart } from '../../../src/simulation/study/answers/bands.ts'
import { ascending, mean, probability, quantile } from '../../../src/simulation/study/answers/statistics.ts'
import { changed } from '../support.ts'

const SMALL = changed('monte-carlo', { periods: 12 })

/** Everything that is written of a study, as text. */
const textOf = (study: ReturnType<typeof concludeStudy>) =>
  JSON.stringify({ ...study, plan: study.plan.hash, proof: canonicalJson(study.proof) })

describe('parts of a study', () => {
  const plan = planStudy(SMALL, 23, 5)
  const parts = Array.from({ length: plan.parts }, (_, part) => runPart(plan, part))

  test('come to the same in any order', () => {
    const whole = newGathering(plan)
    for (const part of parts) gather(whole, part)
    const expected = textOf(concludeStudy(whole))
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), shuffled => {
        const gathering = newGathering(plan)
        for (const part of shuffled) gather(gathering, part)
        expect(textOf(concludeStudy(gathering))).toBe(expected)
      }),
      { numRuns: 10 },
    )
  })

  test('a part is the same whichever was computed before', () => {
    expect(runPart(plan, 3)).toEqual(parts[3])
  })

  test('shards share the parts out, each once', () => {
    const shards = [1, 2, 3].flatMap(k => partsOfShard(plan, k, 3))
    expect(shards.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
    expect(() => partsOfShard(plan, 4, 3)).toThrow('a shard is k/n')
  })

  test('a plan of 5 parts in 3 shards: the first has the first part', () => {
    expect([1, 2, 3].map(k => partsOfShard(plan, k, 3))).toEqual([[0, 3], [1, 4], [2]])
  })

  test('a plan goes through JSON, and one that was changed is refused', () => {
    const json = JSON.parse(JSON.stringify(planJson(plan))) as { runs: number }
    expect(parsePlan(json).hash).toBe(plan.hash)
    expect(() => parsePlan({ ...json, runs: 24 })).toThrow(RegenError)
  })

  test('fewer parts are a study of fewer runs', () => {
    const gathering = newGathering(plan)
    gather(gathering, parts[4] as (typeof parts)[number])
    const study = concludeStudy(gathering)
    expect([study.runs, study.proven, study.proof.runs]).toEqual([3, true, 3])
  })
})

describe('bands', () => {
  test('are exact at both ends and within 0.05 % between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 60 }),
        values => {
          const sketches = newSketches(1)
          const columns = Object.fromEntries(
            Object.keys(sketches.columns).map(name => [name, new Float64Array(values.length)]),
          )
          columns['supply'] = Float64Array.from(values)
          sketchPart(sketches, { periods: columns as never, from: 0, to: values.length })
          const band = bandsOf(sketches, 'supply')[0] as Band
          const sorted = values.toSorted((a, b) => a - b)
          expect([band.least, band.most]).toEqual([sorted[0], sorted.at(-1)])
          const exact = sorted[Math.ceil(0.25 * values.length) - 1] as number
          expect(Math.abs(band.p25 - exact)).toBeLessThanOrEqual(Math.abs(exact) * 0.0005 + 1e-300)
        },
      ),
    )
  })
})

test('a quantile is the smallest value with at least that share at or below it', () => {
  const values = ascending([40, 10, 30, 20])
  expect([0, 0.25, 0.26, 0.5, 0.51, 0.95, 1].map(p => quantile(values, p))).toEqual([
    ...[10, 10, 20, 20, 30, 40, 40],
  ])
  expect(mean(values)).toBe(25)
  expect(quantile([], 0.5)).toBeNaN()
})

test('a probability has an interval that holds it, also at 0 and at 1', () => {
  expect(probability(0, 1000)).toMatchObject({ share: 0, from: 0 })
  expect(probability(0, 1000).to).toBeCloseTo(0.003827, 6)
  expect(probability(1000, 1000).from).toBeCloseTo(0.996173, 6)
  const half = probability(50, 100)
  expect([half.from, half.to].map(p => p.toFixed(4))).toEqual(['0.4038', '0.5962'])
})
