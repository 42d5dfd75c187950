import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { appliedRate } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import { TX_TYPES, type TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { NO_PROPOSALS, type Participant, type Traded } from '../advance/aggregatedPeriod.ts'
import { exp, sineOfTurns } from '../random/elementary.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Agent, toUregen } from './agent.ts'
import { feeOfVolume, partOf, tradedAs } from './traded.ts'

type Market = Scenario['agents']['market']

/**
 * Issuers, buyers and retirees: the volume of a period in USD, what of it is on chain, and who is credited for it.
 *
 *     V = base × (1 + growth)^t × (1 + amplitude × sin(2π t / season)) × exp( x ),   x' = ρ x + √(1 − ρ²) σ z
 *     on chain = min( most, max( least, V ) ) × scheduled share × (1 − off-chain share at the policy’s rate)
 *
 * @see ESS 2.3 P1, 7.1; SC-005
 */
export function marketAgent(settings: Market): Agent<{ readonly deviation: number; readonly grown: number }> {
  const { volume, least, most, sigma, autocorrelation, growth, season } = settings
  return {
    name: 'market',
    start: { deviation: 0, grown: 1 },
    act({ period, price, policy, scheduled, shocks }, { deviation, grown }) {
      const wave = season.amplitude === 0 ? 1 : 1 + season.amplitude * sineOfTurns(period / season.periods)
      const drawn = sigma === 0 ? 1 : exp(deviation)
      const wanted = scheduled('market.volume', volume) * grown * wave * drawn
      const bounded = wanted < least ? least : wanted > most ? most : wanted
      const usd = bounded * scheduled('market.onChain', 1) * (1 - offChain(policy, settings))
      const volumes = TX_TYPES.map(
        (txType): Volume => ({
          txType,
          denom: 'uregen',
          value: { num: toUregen(usd * settings.mix[txType], price), den: 1n },
          messages: BigInt(Math.max(1, Math.round(settings.messages[txType]))),
        }),
      ).filter(({ value }) => value.num > 0n)
      const pull = Math.sqrt(1 - autocorrelation * autocorrelation)
      return {
        memory: {
          deviation: sigma === 0 ? 0 : autocorrelation * deviation + pull * sigma * shocks.volume,
          grown: grown * (1 + growth),
        },
        period: {
          volumes,
          participants: peopleOf(volumes, policy, settings),
        },
        figures: { volumeUsd: usd },
      }
    },
  }
}

/** The share that a fee rate drives off chain: a logistic curve over the mean rate of the mix. @see ESS SC-005 */
function offChain(policy: PolicyConfig, { mix, elasticity }: Market): number {
  if (elasticity === null) return 0
  const rate = TX_TYPES.reduce((sum, txType) => {
    const { num, den } = appliedRate(txType, policy.m013)
    return sum + (mix[txType] * Number(num)) / Number(den)
  }, 0)
  return 1 / (1 + exp(-elasticity.steepness * (rate - elasticity.threshold)))
}

/** Buyers and retirees, each once with a platform and once without. */
function peopleOf(
  volumes: readonly Volume[],
  policy: PolicyConfig,
  { facilitated }: Market,
): readonly Participant[] {
  const share = { num: BigInt(Math.round(facilitated * 1e6)), den: 1_000_000n }
  const split = (txType: TxType) => {
    const volume = volumes.find(of => of.txType === txType)
    const traded = volume === undefined ? null : tradedAs(volume, policy)
    return traded === null ? NOBODY : partOf(traded, share)
  }
  const [purchase, retirement] = [split('MarketplaceTrade'), split('CreditRetirement')]
  const group = (address: string, part: 'part' | 'rest', platform: string | null): Participant => ({
    address,
    purchase: some(purchase[part]),
    retirement: some(retirement[part]),
    platform,
    votes: 0,
    proposals: NO_PROPOSALS,
  })
  return [
    group('buyers', 'rest', null),
    ...(share.num > 0n ? [group('platform buyers', 'part', 'platform')] : []),
    ...payersOf(volumes, policy),
  ]
}

/** Who issues, and who sends: nothing is credited to them but their fees, where the policy scores those. */
function payersOf(volumes: readonly Volume[], policy: PolicyConfig): readonly Participant[] {
  if (policy.m015.scoreBasis !== 'fee-paid') return []
  const names: { readonly [txType in TxType]?: string } = {
    CreditIssuance: 'issuers',
    CreditTransfer: 'senders',
  }
  return volumes.flatMap((volume): readonly Participant[] => {
    const address = names[volume.txType]
    const fees = feeOfVolume(volume, policy)
    const nothing = { purchase: null, retirement: null, platform: null, votes: 0, proposals: NO_PROPOSALS }
    return address === undefined || fees === 0n ? [] : [{ address, ...nothing, fees }]
  })
}

const some = (traded: Traded | null): Traded | null => (traded?.value === 0n ? null : traded)

const NOBODY: { readonly part: Traded | null; readonly rest: Traded | null } = { part: null, rest: null }
