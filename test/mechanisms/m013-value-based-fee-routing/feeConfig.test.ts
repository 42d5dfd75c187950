import { describe, expect, test } from 'vitest'
import {
  parseChainFeeConfig,
  parseFeeConfig,
} from '../../../src/mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import {
  COMPROMISE_28_25_45_2,
  M013_V0,
  MODEL_A,
  MODEL_B_25_15_60,
  MODEL_B_30_20_50,
  MODEL_B_35_15_50,
} from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { toJson } from '../../../src/primitives/canonical.ts'
import { RATIO_MALFORMED } from '../../../src/primitives/errorTable.ts'
import { NOT_DECIMAL } from '../../support/badText.ts'
import { configJson } from './feeConfigs.ts'

const rates = (changes: Record<string, unknown>) => ({ ...configJson().feeRates, ...changes })

test('the constants of the formula entry are what the schema reads from text', () => {
  expect(parseFeeConfig(configJson())).toEqual(M013_V0)
  expect(parseFeeConfig(toJson(M013_V0))).toEqual(M013_V0)
  expect(parseChainFeeConfig(toJson(M013_V0))).toEqual({ ...M013_V0, capped: [] })
})

test.each([
  ['Model A', MODEL_A, ['0.30', '0.40', '0.25', '0.05']],
  ['Model B 25/15/60', MODEL_B_25_15_60, ['0.25', '0.15', '0.60', '0']],
  ['Model B 30/20/50', MODEL_B_30_20_50, ['0.30', '0.20', '0.50', '0']],
  ['Model B 35/15/50', MODEL_B_35_15_50, ['0.35', '0.15', '0.50', '0']],
  ['the compromise 28/25/45/2', COMPROMISE_28_25_45_2, ['0.28', '0.25', '0.45', '0.02']],
])(
  'the shares of %s are what the schema reads from text',
  (_, shares, [burn, validator, community, agent]) => {
    expect(parseFeeConfig(configJson({ shares: { burn, validator, community, agent } })).shares).toEqual(
      shares,
    )
  },
)

test('shares that floats add up to 0.9999999999999999 are accepted: 0.6 + 0.3 + 0.1', () => {
  expect(0.6 + 0.3 + 0.1).toBe(0.9999999999999999)
  const shares = { burn: '0.6', validator: '0.3', community: '0.1', agent: '0' }
  expect(parseFeeConfig(configJson({ shares })).shares.validator).toEqual({ num: 3n, den: 10n })
})

test('shares that floats add up to exactly 1 are refused when they do not: one share is 10^-17 too high', () => {
  const shares = { burn: '0.30000000000000001', validator: '0.40', community: '0.25', agent: '0.05' }
  expect(Object.values(shares).reduce((sum, share) => sum + Number(share), 0)).toBe(1)
  expect(() => parseFeeConfig(configJson({ shares }))).toThrow('Share Sum Unity')
})

describe('a configuration of ours', () => {
  test('takes a rate of exactly 0.10 and no higher one', () => {
    expect(
      parseFeeConfig(configJson({ feeRates: rates({ CreditIssuance: '0.1' }) })).feeRates.CreditIssuance,
    ).toEqual({ num: 1n, den: 10n })
    expect(() =>
      parseFeeConfig(configJson({ feeRates: rates({ CreditIssuance: '0.100000000000000001' }) })),
    ).toThrow('must be 0 to 0.10')
  })

  test('refuses a rate above its own maxRate, naming the rate', () => {
    expect(() => parseFeeConfig(configJson({ maxRate: '0.01' }))).toThrowErrorMatchingInlineSnapshot(`
      [RegenError: fee configuration is invalid:
      ✖ the rate is above maxRate at feeRates.CreditIssuance
       Correct the fields above. [INPUT_INVALID]]
    `)
  })

  test('refuses a maxRate above 0.10', () => {
    expect(() => parseFeeConfig(configJson({ maxRate: '0.11' }))).toThrow(/must be 0 to 0\.10 .* at maxRate/)
  })

  test('names every wrong field at once', () => {
    const feeRates = rates({ CreditTransfer: '0.2', MarketplaceTrade: 0.01 })
    expect(() =>
      parseFeeConfig(configJson({ feeRates, minFee: '-1', extra: true })),
    ).toThrowErrorMatchingInlineSnapshot(`
      [RegenError: fee configuration is invalid:
      ✖ must be 0 to 0.10 (invariant 4, Rate Bound Safety) at feeRates.CreditTransfer
      ✖ expected string at feeRates.MarketplaceTrade
      ✖ expected a whole number of 0 or more as decimal text or expected bigint at minFee
      ✖ unknown field: extra
       Correct the fields above. [INPUT_INVALID]]
    `)
  })

  test('needs every field: nothing has a silent default', () => {
    for (const field of ['feeRates', 'shares', 'minFee', 'maxRate'])
      expect(() => parseFeeConfig(configJson({ [field]: undefined }))).toThrow(`at ${field}`)
  })
})

describe('a configuration read from a chain', () => {
  test('takes rates up to 1, and lists those above maxRate', () => {
    const config = parseChainFeeConfig(
      configJson({ feeRates: rates({ CreditTransfer: '1', CreditRetirement: '0.10' }) }),
    )
    expect(config.capped).toEqual(['CreditTransfer'])
  })

  test('refuses a rate above 1, and says that the answer is the node’s', () => {
    expect(() =>
      parseChainFeeConfig(configJson({ feeRates: rates({ CreditTransfer: '1.000000000000000001' }) })),
    ).toThrow(
      /The node answered fee configuration.*must be 0 to 1 at feeRates.CreditTransfer.*\[RESPONSE_INVALID\]/s,
    )
  })

  test('is held to Share Sum Unity all the same', () => {
    const shares = { burn: '0.3', validator: '0.4', community: '0.25', agent: '0.06' }
    expect(() => parseChainFeeConfig(configJson({ shares }))).toThrow('Share Sum Unity')
  })
})

test.each(NOT_DECIMAL)('%j is neither a rate nor a share nor a minimum fee', text => {
  const about = (parse: () => unknown, path: string) => expect(parse).toThrow(`at ${path}`)
  about(
    () => parseFeeConfig(configJson({ feeRates: rates({ CreditIssuance: text }) })),
    'feeRates.CreditIssuance',
  )
  about(() => parseFeeConfig(configJson({ shares: { ...configJson().shares, burn: text } })), 'shares.burn')
  about(() => parseFeeConfig(configJson({ minFee: text })), 'minFee')
})

test('what is wrong with a rate is said once, in the words of its error', () => {
  expect(() => parseFeeConfig(configJson({ feeRates: rates({ CreditIssuance: '2%' }) }))).toThrow(
    RATIO_MALFORMED.fix,
  )
})
