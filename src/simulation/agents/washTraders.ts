import { inOnePeriod } from '../../epoch/clocks.ts'
import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { tradersOf } from '../../epoch/wash/washAttack.ts'
import { chargedLegs } from '../../epoch/wash/washRoutes.ts'
import { autoRetiredAs } from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import {
  type LegCharge,
  type Route,
  WASH_ROUTES,
} from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { advanceEpoch } from '../advance/advanceEpoch.ts'
import { joinPeriods, NO_PROPOSALS, type Participant, type Traded } from '../advance/aggregatedPeriod.ts'
import type { EpochNumbers } from '../advance/epochNumbers.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Agent, toUregen, type View } from './agent.ts'
import { feeOfVolume, partOf, tradedAs } from './traded.ts'

const WASH_TRADERS = 'wash traders'

/** What wash traders do in a period, and the fees of all its legs. */
type WashTrade = {
  readonly volumes: readonly Volume[]
  readonly participants: readonly Participant[]
  readonly cost: bigint
}

/**
 * Those who trade with themselves along a route, always or only while that very trade pays: it is put to the period, beside what everybody else does,
 * and the period itself says what it earns. Each of their messages is a transaction of its own, as in every volume: the minimum fee of each is
 * paid, and a message below the least value that counts earns nothing.
 *
 * @see ESS 5, SC-003; SPEC M015, invariant 4, Sybil Resistance
 */
export function washAgent({ volume, route: name, rule, messages }: Scenario['agents']['wash']): Agent<null> {
  const route = WASH_ROUTES.find(known => known.name === name) as Route
  return {
    name: 'wash traders',
    start: null,
    act(view, memory) {
      const usd = view.scheduled('wash.volume', volume)
      const amount = usd === 0 ? (0n as Uregen) : toUregen(usd, view.price)
      if (amount === 0n) return { memory }
      const trade = washTrade({ route, volume: amount, messages }, view.policy)
      if (rule === 'when-profitable' && !pays(trade, view)) return { memory }
      const { volumes, participants, cost } = trade
      return {
        memory,
        period: { volumes, participants },
        figures: { washUsd: usd, washCost: Number(cost) },
      }
    },
  }
}

/**
 * A volume along a route: what each leg is charged as, and whom it is credited to. With `autoRetire: both` a purchase that retires is charged as two
 * messages, one for each.
 */
export function washTrade(
  { route, volume, messages }: { readonly route: Route; readonly volume: Uregen; readonly messages: number },
  policy: PolicyConfig,
): WashTrade {
  const { legs, scoresAs } = route
  const traders = tradersOf({ route, volume })
  const rounds = Math.max(1, Math.round(messages / traders))
  const volumeOf = (txType: LegCharge): Volume => ({
    txType,
    denom: 'uregen',
    value: { num: volume, den: 1n },
    messages: BigInt(rounds * traders),
  })
  const volumes = chargedLegs(route, policy.m013).map(volumeOf)
  const scored = volumeOf(scoresAs === 'retirement' ? 'CreditRetirement' : 'MarketplaceTrade')
  const fees = volumes.map(leg => feeOfVolume(leg, policy))
  // What is charged beside the legs is the retirement inside of a purchase.
  const besides = sumUregen(...fees.slice(legs.length))
  const cost = sumUregen(...fees)
  const others = cost - feeOfVolume(scored, policy) - besides
  return {
    volumes,
    participants: [
      ...participantsOf(route, tradedAs(scored, policy, besides), policy),
      ...(others > 0n ? [{ ...PAYER, fees: others as Uregen }] : []),
    ],
    cost,
  }
}

/** The traders, as those who pay for the legs that are not credited. */
const PAYER: Participant = {
  address: WASH_TRADERS,
  purchase: null,
  retirement: null,
  platform: null,
  votes: 0,
  proposals: NO_PROPOSALS,
}

/**
 * Whether a trade is rewarded with more than it pays, if a distribution period begins and ends with it. Where the period is refused with it,
 * nobody trades for an unknown reward.
 */
export function pays(
  { volumes, participants, cost }: WashTrade,
  { soFar, state, policy }: Pick<View, 'soFar' | 'state' | 'policy'>,
): boolean {
  try {
    const opening = inOnePeriod({ ...state, policyHash: null }, policy)
    const period = joinPeriods(soFar, { volumes, participants })
    return washReward(advanceEpoch(opening, period, policy).numbers) > cost
  } catch (error) {
    if (isRegenError(error)) return false
    throw error
  }
}

/** What a period rewards wash traders with, and their platform. */
export function washReward({ rewards }: Pick<EpochNumbers, 'rewards'>): bigint {
  let sum = 0n
  for (const { address, reward } of rewards) if (address.endsWith(WASH_TRADERS)) sum += reward
  return sum
}

/** The traders as one, or as the two that buy from each other: nobody where nothing is credited. */
function participantsOf(
  { scoresAs, platform: through, pairs }: Route,
  credited: Traded | null,
  { m015 }: PolicyConfig,
): readonly Participant[] {
  if (credited === null || (pairs && m015.pairTrades === 'exclude')) return []
  const kinds = scoresAs === 'auto-retired purchase' ? autoRetiredAs(m015) : [scoresAs]
  const half = { num: 1n, den: 2n }
  const people = pairs
    ? [
        { address: WASH_TRADERS, traded: partOf(credited, half).part },
        { address: `other ${WASH_TRADERS}`, traded: partOf(credited, half).rest },
      ]
    : [{ address: WASH_TRADERS, traded: credited }]
  return people.flatMap(({ address, traded }) => {
    const platform =
      through === 'none' ? null : through === 'own address' ? address : `platform of ${WASH_TRADERS}`
    // What is credited twice was facilitated once, and its fee was paid once.
    return kinds.map((kind, index): Participant => {
      const of = index === 0 ? traded : { ...traded, fee: 0n as Uregen }
      return {
        address,
        purchase: kind === 'purchase' ? of : null,
        retirement: kind === 'retirement' ? of : null,
        platform: index === 0 ? platform : null,
        votes: 0,
        proposals: NO_PROPOSALS,
      }
    })
  })
}
