import { expect, test } from 'vitest'
import {
  COMPROMISE_28_25_45_2,
  MODEL_A,
  MODEL_B_25_15_60,
  MODEL_B_30_20_50,
  MODEL_B_35_15_50,
} from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { policyHash } from '../../src/policy/policyHash.ts'
import { PRESETS, presetPolicy } from '../../src/policy/presets.ts'
import { formatRatio, isOne, ratio, sumRatios } from '../../src/primitives/ratio.ts'

test('every preset is a policy of its own, and its shares sum to 1', () => {
  const policies = Object.keys(PRESETS).map(presetPolicy)
  for (const { m013 } of policies) expect(isOne(sumRatios(...Object.values(m013.shares)))).toBe(true)
  expect(new Set(policies.map(policyHash)).size).toBe(policies.length)
})

test('the specification’s models and the compromise (OQ-M013-1) are those of M013', () => {
  expect(presetPolicy('model-a')).toEqual(DEFAULT_POLICY)
  for (const [name, shares] of [
    ['model-a', MODEL_A],
    ['model-b-25-15-60', MODEL_B_25_15_60],
    ['model-b-30-20-50', MODEL_B_30_20_50],
    ['model-b-35-15-50', MODEL_B_35_15_50],
    ['compromise', COMPROMISE_28_25_45_2],
  ] as const)
    expect(presetPolicy(name).m013.shares).toEqual(shares)
})

test('Model B has no agent pool: agents are paid from the community pool', () => {
  const { m013 } = presetPolicy('model-b-30-20-50')
  expect([formatRatio(m013.shares.agent), m013.agentFund.kind]).toEqual(['0', 'community-tag'])
})

test('the positions on burning (OQ-M013-5), with numbers of ours where the specification has a range', () => {
  const burns = (['burn-0', 'burn-5-to-10', 'burn-15'] as const).map(name => [
    formatRatio(presetPolicy(name).m013.shares.burn),
    PRESETS[name].chosenBy,
  ])
  expect(burns).toEqual([
    ['0', 'this SDK'],
    ['0.075', 'this SDK'],
    ['0.15', 'this SDK'],
  ])
})

test('what a preset says of its shares is what it has', () => {
  for (const [name, { what }] of Object.entries(PRESETS)) {
    const { burn, validator, community, agent } = presetPolicy(name).m013.shares
    const percent = [burn, validator, community, agent].map(({ num, den }) =>
      formatRatio(ratio(num * 100n, den)),
    )
    expect(what).toContain(percent.join('/'))
  }
})

test.each(['Model A', '', 'toString', '__proto__'])(
  '%o is no preset, and the error lists those there are',
  name => {
    expect(() => presetPolicy(name)).toThrow('expected "model-a" or "model-b-25-15-60"')
  },
)
