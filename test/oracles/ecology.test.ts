import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ecologicalMultiplier } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/ecologicalMultiplier.ts'
import {
  co2Of,
  documentOf,
  type EcologicalRules,
  type EcologicalSeries,
  ecologicalRules,
  ecologicalSource,
  measureCo2,
} from '../../src/oracles/index.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { ratio } from '../../src/primitives/ratio.ts'
import { parseTime } from '../../src/primitives/time.ts'

/** ΔCO₂ from outside, as M012 takes it. */

const AT = parseTime('2026-11-21T00:00:00Z').seconds
const DAY = 86_400n
const POLICY = parsePolicy({ m012: { ecologicalSource: 'oracle' } })
const RULES: EcologicalRules = ecologicalRules(POLICY)

const measure = (texts: readonly string[], rules = RULES) =>
  measureCo2(
    texts.map((text, index) => ecologicalSource(documentOf(`source ${index + 1}`, text))),
    rules,
    AT,
  )
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    error => error.code as string,
  )
const series = (changes: readonly bigint[], changed: Partial<EcologicalSeries> = {}): EcologicalSeries => ({
  from: 'a source',
  signers: [],
  kind: 'oracle',
  readings: changes.map((change, index) => ({
    time: AT - BigInt(changes.length - 1 - index) * 3600n,
    change: { num: change, den: 10n },
  })),
  ...changed,
})
const change = fc.bigInt({ min: -5000n, max: 5000n })

describe('the mean of a window, and the median of sources', () => {
  test('one source: the mean is exact, and lies between the least and the largest change', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 50 }), changes => {
        const { co2, sources } = co2Of([series(changes)], RULES, AT)
        const sum = changes.reduce((sum, one) => sum + one, 0n)
        expect(co2.change.num * BigInt(changes.length) * 10n).toBe(sum * co2.change.den)
        expect(co2.change.den).toBeGreaterThan(0n)
        expect(sources[0]?.readings).toBe(changes.length)
      }),
    )
  })

  test('of three sources the one in the middle counts: one alone moves nothing beyond the other two', () => {
    fc.assert(
      fc.property(change, change, change, (a, b, wild) => {
        const { co2 } = co2Of([series([a]), series([wild]), series([b])], RULES, AT)
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(co2.change.num * 10n >= low * co2.change.den).toBe(true)
        expect(co2.change.num * 10n <= high * co2.change.den).toBe(true)
      }),
    )
  })

  test('the order of sources changes nothing; two of them count alike', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), changes => {
        const all = changes.map(one => series([one]))
        expect(co2Of([...all].reverse(), RULES, AT).co2).toEqual(co2Of(all, RULES, AT).co2)
      }),
    )
    expect(co2Of([series([10n]), series([20n])], RULES, AT).co2.change).toEqual({ num: 3n, den: 2n })
    const four = [series([40n]), series([10n]), series([30n]), series([20n])]
    expect(co2Of(four, RULES, AT).co2.change).toEqual({ num: 5n, den: 2n })
  })

  test('readings of 30 days count; the one that is 30 days old does not, and nothing older', async () => {
    const csv = 'time,change\n2026-10-01,400\n2026-10-22,300\n2026-10-22T00:00:01Z,20\n2026-11-20,10\n'
    const { co2, sources } = await measure([csv])
    expect(co2).toEqual({ change: { num: 15n, den: 1n }, source: 'oracle', age: DAY })
    expect(sources.map(({ readings }) => readings)).toEqual([2])
  })

  test('the age is that of the source that is furthest behind', async () => {
    const { co2 } = await measure(['time,change\n2026-11-20,10', 'time,change\n2026-11-10,10'])
    expect(co2.age).toBe(11n * DAY)
  })
})

test('a value is held against its baseline, in JSON as in CSV', async () => {
  const csv = 'time,value,baseline\n2026-11-20,431.2,420.5\n'
  const json =
    '{ "unit": "ppm", "baseline": "420.5", "readings": [{ "time": "2026-11-20T00:00:00Z", "value": "431.2" }] }'
  for (const text of [csv, json]) expect((await measure([text])).co2.change).toEqual({ num: 107n, den: 10n })
})

test('what is measured is what M012 multiplies with: 25 of 50 ppm halves the regrowth, 60 stops it, better air does not lift it above ecoMax', async () => {
  const multiplier = async (ppm: string) =>
    ecologicalMultiplier((await measure([`time,change\n2026-11-20,${ppm}`])).co2, POLICY.m012)
  expect(await multiplier('25')).toEqual(ratio(1n, 2n))
  expect(await multiplier('60')).toEqual(ratio(0n))
  expect(await multiplier('-25')).toEqual(ratio(1n))
})

describe('what does not hold is refused by name', () => {
  const day = (time: string, ppm = '10') => `time,change\n${time},${ppm}`
  test.each([
    ['a source that is too old', [day('2026-10-21')], 'SOURCE_STALE'],
    ['one of two that is too old', [day('2026-11-20'), day('2026-10-01')], 'SOURCE_STALE'],
    ['a reading of tomorrow', [day('2026-11-22')], 'SOURCE_AHEAD'],
    ['a change that is a mistake of unit', [day('2026-11-20', '500.1')], 'SOURCE_OUT_OF_BOUNDS'],
    ['the same downwards', [day('2026-11-20', '-500.1')], 'SOURCE_OUT_OF_BOUNDS'],
    ['NaN', [day('2026-11-20', 'NaN')], 'INPUT_INVALID'],
    ['1e400', [day('2026-11-20', '1e400')], 'INPUT_INVALID'],
    ['a value without its baseline', ['time,value\n2026-11-20,431'], 'INPUT_INVALID'],
    ['two readings of one time', ['time,change\n2026-11-20,1\n2026-11-20T00:00:00Z,2'], 'INPUT_INVALID'],
    ['a number of JSON', ['{ "readings": [{ "time": "2026-11-20", "change": 10 }] }'], 'INPUT_INVALID'],
    [
      'another unit',
      ['{ "unit": "ppb", "readings": [{ "time": "2026-11-20", "change": "10" }] }'],
      'INPUT_INVALID',
    ],
    ['no readings', ['{ "readings": [] }'], 'INPUT_INVALID'],
    ['no source', [], 'SOURCE_MISSING'],
  ])('%s', async (_, texts, code) => {
    expect(await codeOf(measure(texts))).toBe(code)
  })

  test('a change of exactly the largest that is believed is taken, up and down', async () => {
    for (const ppm of ['500', '-500']) expect(await codeOf(measure([day('2026-11-20', ppm)]))).toBe('read')
  })

  test('a kind of source that the policy does not name', async () => {
    const attestation = ecologicalRules(parsePolicy({ m012: { ecologicalSource: 'attestation' } }))
    for (const rules of [ecologicalRules(DEFAULT_POLICY), attestation])
      expect(await codeOf(measure([day('2026-11-20')], rules))).toBe('SOURCE_UNUSED')
  })

  test('fewer sources than the policy wants; nobody that is trusted', async () => {
    const of = (changes: Partial<EcologicalRules>) =>
      codeOf(measure([day('2026-11-20')], { ...RULES, ...changes }))
    expect(await of({ leastSources: 2 })).toBe('SOURCE_MISSING')
    expect(await of({ trusted: ['regen1steward'], leastSigners: 1 })).toBe('SOURCE_UNSIGNED')
  })
})
