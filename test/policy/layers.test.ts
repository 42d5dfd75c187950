import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { passesBothTracks, passesDualTrack } from '../../src/policy/votes/dualTrack.ts'
import { meetsLayer, meetsOverrideWindow, type Tally } from '../../src/policy/votes/meetsLayer.ts'
import { LAYERS } from '../../src/primitives/parameter.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import { holds } from '../support/arbitraries.ts'

const { governance } = DEFAULT_POLICY
const weighted = parsePolicy({
  governance: { dualTrack: { kind: 'weighted', upgrade: '0.70', treasury: '0.50', other: '0.60' } },
}).governance

/** yes, no, veto and abstain in thousandths of those that could vote. */
const tally = (yes: number, no = 0, veto = 0, abstain = 0): Tally => ({
  yes: BigInt(yes),
  no: BigInt(no),
  veto: BigInt(veto),
  abstain: BigInt(abstain),
  eligible: 1000n,
})
const failing = ({ guards }: { guards: { readonly [guard: string]: boolean } }) =>
  Object.keys(guards).filter(guard => !guards[guard])

describe('reading 2.5: what a vote must show', () => {
  test.each<[string, (typeof LAYERS)[number], Tally, readonly string[]]>([
    ['L1 needs no vote', 'L1', tally(0, 900), []],
    ['L2 needs no vote', 'L2', tally(0), []],
    ['L2 is overridden by a vote against it', 'L2', tally(10, 11), ['notOverridden']],
    ['L2: vetoes are against it', 'L2', tally(10, 5, 6), ['notOverridden']],
    ['L2: a tie does not override', 'L2', tally(10, 10), []],
    ['L3 at its edges', 'L3', tally(201, 199), []],
    ['L3: half is not enough', 'L3', tally(200, 200), ['threshold']],
    ['L3: below quorum', 'L3', tally(399), ['quorum']],
    ['L3: abstentions count for the quorum, not against', 'L3', tally(1, 0, 0, 399), []],
    ['L3: vetoes of 33.4 %', 'L3', tally(666, 0, 334), []],
    ['L3: vetoes above', 'L3', tally(665, 0, 335), ['noVeto']],
    ['L3: vetoes are a part of all votes', 'L3', tally(500, 0, 300, 200), []],
    ['L3: vetoes count as no', 'L3', tally(300, 100, 200, 400), ['threshold']],
    ['L3: nobody voted', 'L3', tally(0), ['quorum', 'threshold']],
    ['L4 at its edges', 'L4', tally(536, 264), []],
    ['L4: 67 %', 'L4', tally(670, 330), []],
    ['L4: less', 'L4', tally(6699, 3301), ['threshold']],
    ['L4: twice the quorum', 'L4', tally(799), ['quorum']],
  ])('%s', (_, layer, votes, missing) => {
    const of = votes.yes > 1000n ? { ...votes, eligible: 10_000n } : votes
    const check = meetsLayer(of, layer, governance)
    expect(failing(check)).toEqual(missing)
    expect(check.met).toBe(missing.length === 0)
  })

  test('twice a quorum is at most everybody, and nobody that could vote is no quorum', () => {
    const quorum = parseRatio('0.6')
    expect(meetsLayer(tally(999), 'L4', { quorum }).met).toBe(false)
    expect(meetsLayer(tally(1000), 'L4', { quorum }).met).toBe(true)
    expect(failing(meetsLayer({ ...tally(0), eligible: 0n }, 'L3', governance))).toContain('quorum')
  })

  test('a higher layer is never easier from L2 on, and more yes never hurts', () => {
    const votes = fc.integer({ min: 0, max: 250 })
    holds(fc.tuple(votes, votes, votes, votes), fc.nat(250), ([yes, no, veto, abstain], more) => {
      const met = (yes: number) =>
        LAYERS.map(layer => meetsLayer(tally(yes, no, veto, abstain), layer, governance).met)
      const [, l2, l3, l4] = met(yes)
      expect([l4 && !l3, l3 && !l2]).toEqual([false, false])
      met(yes).forEach((before, index) => {
        if (before) expect(met(yes + more)[index]).toBe(true)
      })
    })
  })
})

describe('reading 2.5: an agent’s decision in Layer 2', () => {
  const decision = { confidence: parseRatio('0.85'), significant: false, hoursOpen: 24, overridden: false }
  test.each<[string, Partial<typeof decision>, readonly string[]]>([
    ['sure enough, after a day', {}, []],
    ['not sure enough', { confidence: parseRatio('0.849') }, ['confidence']],
    ['too early', { hoursOpen: 23 }, ['windowOver']],
    ['a significant one waits three days', { significant: true, hoursOpen: 71 }, ['windowOver']],
    ['a significant one after three days', { significant: true, hoursOpen: 72 }, []],
    ['overridden', { overridden: true }, ['notOverridden']],
  ])('%s', (_, change, missing) => {
    expect(failing(meetsOverrideWindow({ ...decision, ...change }))).toEqual(missing)
  })
})

describe('reading 2.5: both tracks', () => {
  /** 21 validators and thousandths of the supply. */
  const validators = (yes: number, no = 0, veto = 0, abstain = 0): Tally => ({
    ...tally(yes, no, veto, abstain),
    eligible: 21n,
  })
  test.each<[string, Tally, Tally, readonly string[]]>([
    ['both above half', validators(8, 6), tally(51, 49), []],
    ['validators at half', validators(7, 7), tally(51, 49), ['threshold']],
    ['holders at half', validators(8, 6), tally(50, 50), ['threshold']],
    ['validators below their quorum', validators(13), tally(51, 49), ['validatorQuorum']],
    ['both above half, holders below their quorum', validators(8, 6), tally(99), ['threshold']],
    ['three quarters of the validators alone', validators(12, 4), tally(1, 40), []],
    ['a little less alone', validators(14, 5), tally(1, 40), ['threshold']],
    ['three quarters of the holders, with a quorum of validators', validators(1, 13), tally(75, 25), []],
    ['three quarters of the holders, without', validators(1, 12), tally(75, 25), ['validatorQuorum']],
    ['three quarters of too few holders', validators(1, 13), tally(74, 24), ['threshold']],
    ['vetoes of validators', validators(9, 0, 5), tally(900), ['noVeto']],
    ['vetoes of holders', validators(21), tally(60, 0, 40), ['noVeto']],
  ])('%s', (_, authority, holders, missing) => {
    const check = passesDualTrack({ validators: authority, holders }, 'other', governance)
    expect(failing(check)).toEqual(missing)
  })

  test('OQ-GOV-POA-1: 60/40 changes nothing in the rule of two tracks; weighted it decides', () => {
    const tallies = { validators: validators(15, 6), holders: tally(190, 810) }
    const met = (purpose: 'upgrade' | 'treasury' | 'other') => [
      passesDualTrack(tallies, purpose, governance).met,
      passesDualTrack(tallies, purpose, weighted).met,
    ]
    expect([met('upgrade'), met('other'), met('treasury')]).toEqual([
      [false, true],
      [false, true],
      [false, false],
    ])
  })

  test('weighted: exactly half is not enough, and each track needs its quorum', () => {
    const half = { validators: validators(21), holders: tally(0, 1000) }
    expect(passesDualTrack(half, 'treasury', weighted).met).toBe(false)
    expect(passesDualTrack({ ...half, holders: tally(1, 999) }, 'treasury', weighted).met).toBe(true)
    expect(failing(passesDualTrack({ ...half, holders: tally(99) }, 'treasury', weighted))).toEqual([
      'holderQuorum',
    ])
  })

  test('Layer 4 needs 67 % of both, 2/3 of the validators and 20 % of the supply', () => {
    const check = (authority: Tally, holders: Tally) =>
      failing(passesBothTracks({ validators: authority, holders }))
    expect(check(validators(15, 6), tally(134, 66))).toEqual([])
    expect(check(validators(14, 7), tally(134, 66))).toEqual(['threshold'])
    expect(check(validators(15, 6), tally(133, 67))).toEqual(['threshold'])
    expect(check(validators(13), tally(134, 66))).toEqual(['validatorQuorum'])
    expect(check(validators(15, 6), tally(199))).toEqual(['holderQuorum'])
  })
})
