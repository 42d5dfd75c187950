import { describe, expect, test } from 'vitest'
import { computeFee } from '../../../src/mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  parseChainFeeConfig,
  parseFeeConfig,
} from '../../../src/mechanisms/m013-value-based-fee-routing/feeConfig.ts'
import { TX_TYPES, type TxType } from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { type Remainder, splitFee } from '../../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { formatRatio, ratio } from '../../../src/primitives/ratio.ts'
import feeVectors from '../../vectors/m013-fee.json' with { type: 'json' }
import splitVectors from '../../vectors/m013-split.json' with { type: 'json' }
import { configJson, sharesOf, uregenOf } from './feeConfigs.ts'

type FeeVector = {
  readonly id: string
  readonly input: {
    readonly value: string
    readonly minFee: string
    readonly rateBps?: number
    readonly maxRateBps?: number
    readonly txType?: string
  }
  readonly expected: { readonly fee: string; readonly minFeeApplied?: boolean }
}

const decimal = (perTenThousand: number) => formatRatio(ratio(BigInt(perTenThousand), 10_000n))

/** The configuration of a vector as JSON: its rate for every type, or the default rates for a vector that names its type. */
const jsonOf = ({ rateBps, maxRateBps, minFee }: FeeVector['input']) =>
  configJson({
    minFee,
    ...(maxRateBps !== undefined && { maxRate: decimal(maxRateBps) }),
    ...(rateBps !== undefined && {
      feeRates: Object.fromEntries(TX_TYPES.map(txType => [txType, decimal(rateBps)])),
    }),
  })

const CAPPED = 'M013-TC-005'

describe('the fee vectors', () => {
  const vectors: readonly FeeVector[] = feeVectors

  test.each(vectors.filter(({ id }) => id !== CAPPED).map(vector => [vector.id, vector] as const))(
    '%s',
    (_, { input, expected }) => {
      const txType = (input.txType ?? 'CreditIssuance') as TxType
      const { amount, minFeeApplied } = computeFee(
        txType,
        uregenOf(BigInt(input.value)),
        parseFeeConfig(jsonOf(input)),
      )
      expect({ fee: amount.toString(), minFeeApplied }).toMatchObject(expected)
    },
  )

  const tooHigh = vectors.find(({ id }) => id === CAPPED) as FeeVector

  test(`${CAPPED}: a rate of 20 % read from a chain is capped at 10 % and listed as capped`, () => {
    const config = parseChainFeeConfig(jsonOf(tooHigh.input))
    expect(config.capped).toEqual(TX_TYPES)
    const fee = computeFee('CreditIssuance', uregenOf(BigInt(tooHigh.input.value)), config)
    expect(fee).toEqual({
      amount: BigInt(tooHigh.expected.fee),
      minFeeApplied: false,
      rate: ratio(1n, 10n),
      rateCapped: true,
    })
  })

  test(`${CAPPED}: the same rate in a configuration of ours is refused, field by field`, () => {
    expect(() => parseFeeConfig(jsonOf(tooHigh.input))).toThrowErrorMatchingInlineSnapshot(`
      [RegenError: fee configuration is invalid:
      ✖ must be 0 to 0.10 (invariant 4, Rate Bound Safety) at feeRates.CreditIssuance
      ✖ must be 0 to 0.10 (invariant 4, Rate Bound Safety) at feeRates.CreditTransfer
      ✖ must be 0 to 0.10 (invariant 4, Rate Bound Safety) at feeRates.CreditRetirement
      ✖ must be 0 to 0.10 (invariant 4, Rate Bound Safety) at feeRates.MarketplaceTrade
       Correct the fields above. [INPUT_INVALID]]
    `)
  })
})

describe('the split vectors', () => {
  test.each(splitVectors.map(vector => [vector.id, vector] as const))('%s', (_, { input, expected }) => {
    const { burn, validator, community, agent } = input.sharesBps
    const shares = sharesOf(decimal(burn), decimal(validator), decimal(community), decimal(agent))
    const split = splitFee(uregenOf(BigInt(input.fee)), shares, input.remainder as Remainder)
    expect(Object.fromEntries(Object.entries(split).map(([pool, part]) => [pool, part.toString()]))).toEqual(
      expected,
    )
  })
})
