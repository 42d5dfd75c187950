import { expect, test } from 'vitest'
import { M012_V0 } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { M013_V0 } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { M014_V0 } from '../../src/mechanisms/m014-authority-validator-governance/params.ts'
import { M015_V0 } from '../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { DEFAULT_POLICY } from '../../src/policy/policy.ts'
import { toFeeConfig, toRewardConfig, toSupplyParams, toValidatorParams } from '../../src/policy/toParams.ts'

test('the default policy is each mechanism as first specified', () => {
  expect(toSupplyParams(DEFAULT_POLICY.m012)).toEqual(M012_V0)
  expect(toFeeConfig(DEFAULT_POLICY.m013)).toEqual(M013_V0)
  expect(toValidatorParams(DEFAULT_POLICY.m014)).toEqual(M014_V0)
  expect(toRewardConfig(DEFAULT_POLICY.m015)).toEqual(M015_V0)
})
