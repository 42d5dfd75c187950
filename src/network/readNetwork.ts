import type { WashVerdicts } from '../epoch/wash/washReport.ts'
import { mintInflow } from '../mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import { MODULE_ACCOUNTS } from '../messages/keeper/moduleAccounts.ts'
import { readCoinBalance, readCommunityPool } from '../node/read/bank.ts'
import { readFeeParams } from '../node/read/feeParams.ts'
import { readSupplyState } from '../node/read/m012.ts'
import { readValidatorMetrics } from '../node/read/m014.ts'
import { readPeriodHistory } from '../node/read/m015.ts'
import { readStatus, requireChain } from '../node/read/node.ts'
import { toRewardActivities } from '../node/read/rewardActivities.ts'
import { readBasketFee, readClassFee } from '../node/read/settings.ts'
import type { Rpc } from '../node/rpc/connectRpc.ts'
import { DEFAULT_POLICY } from '../policy/generated/defaultPolicy.ts'
import { policyHash } from '../policy/policyHash.ts'
import { toFeeConfig } from '../policy/toFeeConfig.ts'
import { withReferencePrices } from '../preview/input/referencePrices.ts'
import { amountOf, type Coin } from '../primitives/coin.ts'
import { formatTime, parseTime, WEEK } from '../primitives/time.ts'
import { type Uregen, uregen } from '../primitives/uregen.ts'
import { takeSnapshot } from '../snapshot/takeSnapshot.ts'
import { readInForce, readMechanismSources } from './inForce/inForce.ts'
import { type NumberSource, sourcesAt } from './inForce/sourcesAt.ts'
import type { NetworkOptions } from './networkOptions.ts'
import { type PeriodBlocks, readPeriodBlocks } from './period/periodBlocks.ts'
import { type FeeView, feeView } from './views/feeView.ts'
import { type RewardView, rewardView } from './views/rewardView.ts'
import { type StabilityTier, stabilityTier } from './views/stabilityTierView.ts'
import { type SupplyView, supplyView } from './views/supplyView.ts'
import { type ValidatorView, validatorView } from './views/validatorView.ts'
import { washOnMix } from './views/washOnMix.ts'
import { worthAt } from './views/worth.ts'
import { wouldPay } from './views/wouldPay.ts'

/** A network in the terms of M012 to M015, at one height. */
export type Network = {
  readonly chainId: string
  readonly height: bigint
  /** The block time, RFC 3339. */
  readonly time: string
  /** What is proposed is computed under this policy. */
  readonly policyHash: string
  readonly period: PeriodBlocks
  readonly m012: SupplyView
  readonly m013: FeeView
  readonly m014: ValidatorView
  readonly m015: RewardView & {
    readonly tier: StabilityTier
    /** Whether trading with oneself would have paid beside what the period really was (invariant 4). */
    readonly wash: WashVerdicts
  }
  /** Where each number is from: by which queries at which height, or computed here. */
  readonly sources: readonly NumberSource[]
}

/**
 * Reads a network as M012 to M015 see it: what is in force, what the last period would have been under a policy, and who has the mechanisms on chain.
 *
 *     supply, stake, community pool, fees in force, prices, validators     at the newest height of the node
 *     trade, activities, votes                                            in the blocks of the period before it
 *     fees, pools, pay, scores, rewards, next mint                        computed here, under the policy
 *
 * What a module or a contract says stands beside our numbers, and never takes their place. A query that fails is an error.
 *
 * @example
 * const { m012 } = await readNetwork(connectRpc('https://regen-rpc.publicnode.com'))
 * console.log(m012.capStatus, m012.headroom)
 */
export async function readNetwork(
  rpc: Pick<Rpc, 'call' | 'abciQuery' | 'stats'>,
  options: NetworkOptions = {},
): Promise<Network> {
  const { policy = DEFAULT_POLICY, rates = {}, periodSeconds = WEEK, signal } = options
  const status = await readStatus(rpc, signal)
  requireChain(status, options.chainId)
  const { chainId, height, time } = status
  const ledger = { port: rpc, height, signal }
  const { seconds, nanos } = parseTime(time)
  const from = formatTime({ seconds: seconds - periodSeconds, nanos })
  const [period, sources, state, communityPool, feePool, marketplace, classFee, basketFee, { snapshot }] =
    await Promise.all([
      readPeriodBlocks(ledger, { from, to: time }),
      readMechanismSources(ledger, options.contracts?.[chainId]),
      readSupplyState(ledger, policy.m012.supplyBasis),
      readCommunityPool(ledger),
      readCoinBalance(ledger, MODULE_ACCOUNTS['marketplace-feepool']),
      readFeeParams(ledger),
      readClassFee(ledger),
      readBasketFee(ledger),
      takeSnapshot(rpc, 'everything', { chainId, height, policy, ...(signal && { signal }) }),
    ])
  const [inForce, history, measured] = await Promise.all([
    readInForce(ledger, sources),
    readPeriodHistory(ledger, period.blocks),
    readValidatorMetrics(ledger, { from, to: time }),
  ])
  const { references = [], trades = snapshot.trades } = options
  const { worth, market } = worthAt(withReferencePrices({ ...snapshot, trades }, references), policy, {
    rates,
  })
  const said = [...history.submitted, ...history.activity].filter(
    ({ kind }) => kind === 'vote' || kind === 'proposal',
  )
  const {
    charged,
    collected,
    counted,
    inflow: fromFees,
  } = wouldPay(
    { ...history, said: toRewardActivities(said, history.votes, worth).activities },
    {
      worth,
      policy,
      span: { from: seconds - periodSeconds, to: seconds + 1n },
      inForce: inForce.m013?.config ?? null,
    },
  )
  const m013 = feeView({
    live: { marketplace, classFee, basketFee, feePool: feePool.coins },
    activity: history.activity,
    charged,
    collected,
    prices: snapshot.creditClasses.map(({ id }) => {
      const found = market.priceOf(id)
      return { classId: id, price: found.status === 'no-price' ? null : found.price }
    }),
    inForce: inForce.m013,
    source: sources.m013,
    policy,
  })
  const inUregen = (coins: readonly Coin[]) => amountOf(coins, 'uregen') as Uregen
  const { pools } = collected
  const rules = inForce.m013 ? { ...policy.m013, ...toFeeConfig(inForce.m013.config) } : policy.m013
  const m012 = supplyView({
    state: { ...state, ...(options.co2 && { co2: options.co2 }) },
    communityPool,
    burned: inUregen(pools.burn),
    inForce: inForce.m012,
    source: sources.m012,
    policy,
  })
  const inflow = uregen(fromFees + mintInflow(m012.next.minted, policy.m012))
  return {
    chainId,
    height,
    time,
    policyHash: policyHash(policy),
    period,
    m012,
    m013,
    m014: validatorView({
      measured,
      fees: inUregen(pools.validator),
      stated: options.validatorFund,
      inForce: inForce.m014,
      source: sources.m014,
      policy,
    }),
    m015: {
      ...rewardView({
        activities: counted,
        unvalued: charged.unvalued.filter(({ kind }) => kind === 'purchase' || kind === 'retirement').length,
        oddities: history.oddities.length,
        inflow,
        inForce: inForce.m015,
        source: sources.m015,
        policy,
      }),
      tier: stabilityTier({ inflow, inForce: inForce.m015, policy }),
      wash: washOnMix({
        collected,
        activities: counted,
        policy: { ...policy, m013: rules },
        rates,
        supply: state.supply,
      }),
    },
    sources: sourcesAt(height, sources),
  }
}
