import { type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

declare const kind: unique symbol

/** What M013 charges for. @see SPEC M013, Fee Schedule */
export const TX_TYPES = ['CreditIssuance', 'CreditTransfer', 'CreditRetirement', 'MarketplaceTrade'] as const

/** What M013 charges for; each type has a rate of its own. @see SPEC M013 */
export type TxType = (typeof TX_TYPES)[number]

/** The four pools that a fee is routed to. @see SPEC M013, Fee Distribution */
export const POOLS = ['burn', 'validator', 'community', 'agent'] as const

/** A pool that takes a share of each fee. @see SPEC M013 */
export type Pool = (typeof POOLS)[number]

/** A fraction of a transaction's value, 0 to 1; a configuration of ours keeps it at or below `maxRate`. */
export type FeeRate = Ratio & { readonly [kind]: 'fee rate' }

/** A fraction of a fee, 0 to 1. */
export type Share = Ratio & { readonly [kind]: 'share' }

/** The rate of each type of transaction, as an exact share of the value. */
export type FeeRates = { readonly [type in TxType]: FeeRate }

/** The four shares; they sum to exactly 1 (invariant 2, Share Sum Unity). */
export type PoolShares = { readonly [pool in Pool]: Share }

/** Rates, shares, the minimum fee and the highest rate there may be. @see SPEC M013, Storage: FeeConfig */
export type FeeConfig = {
  readonly feeRates: FeeRates
  readonly shares: PoolShares
  /** The least fee of a message, in uregen; paid when the rates give less. */
  readonly minFee: Uregen
  /** No rate is applied above this (invariant 4, Rate Bound Safety: at most 0.10). */
  readonly maxRate: FeeRate
}

const rate = (perTenThousand: bigint): FeeRate => ratio(perTenThousand, 10_000n) as FeeRate

const shares = (burn: bigint, validator: bigint, community: bigint, agent: bigint): PoolShares => ({
  burn: ratio(burn, 100n) as Share,
  validator: ratio(validator, 100n) as Share,
  community: ratio(community, 100n) as Share,
  agent: ratio(agent, 100n) as Share,
})

/** Model A: 30 % burn, 40 % validators, 25 % community, 5 % agents. @see SPEC M013, Distribution Parameters */
export const MODEL_A: PoolShares = /* @__PURE__ */ shares(30n, 40n, 25n, 5n)

/** Model B has no agent pool of its own; these are the three examples of the specification. */
export const MODEL_B_25_15_60: PoolShares = /* @__PURE__ */ shares(25n, 15n, 60n, 0n)

/** Model B's shares with 30 % burned, 20 % to validators and 50 % to the community pool. */
export const MODEL_B_30_20_50: PoolShares = /* @__PURE__ */ shares(30n, 20n, 50n, 0n)

/** Model B's shares with 35 % burned, 15 % to validators and 50 % to the community pool. */
export const MODEL_B_35_15_50: PoolShares = /* @__PURE__ */ shares(35n, 15n, 50n, 0n)

/** The compromise under discussion for OQ-M013-1: 28 % burn, 25 % validators, 45 % community, 2 % agents. */
export const COMPROMISE_28_25_45_2: PoolShares = /* @__PURE__ */ shares(28n, 25n, 45n, 2n)

/** Issuance may be charged 1 % to 3 %; the default is 2 %. @see SPEC M013, Fee Schedule */
export const ISSUANCE_RATE_LOW: FeeRate = /* @__PURE__ */ rate(100n)

/** The higher rate that is proposed for issuing credits: 3 % of their value. */
export const ISSUANCE_RATE_HIGH: FeeRate = /* @__PURE__ */ rate(300n)

/** M013 as first specified: issuance 2 %, transfer 0.1 %, retirement 0.5 %, trade 1 %, Model A, at least 1 REGEN. */
export const M013_V0: FeeConfig = /* @__PURE__ */ (() => ({
  feeRates: {
    CreditIssuance: rate(200n),
    CreditTransfer: rate(10n),
    CreditRetirement: rate(50n),
    MarketplaceTrade: rate(100n),
  },
  shares: MODEL_A,
  minFee: 1_000_000n as Uregen,
  maxRate: rate(1_000n),
}))()
