import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { exactProfit } from '../../epoch/wash/attackProfit.ts'
import { honestRun } from '../../epoch/wash/honestPeriod.ts'
import { tradersOf, type WashAttack } from '../../epoch/wash/washAttack.ts'
import { washGround } from '../../epoch/wash/washGround.ts'
import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import { type Route, WASH_ROUTES } from '../../mechanisms/m015-contribution-weighted-rewards/routes.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { NO_PROPOSALS, type Participant, toEpochInputs } from '../advance/aggregatedPeriod.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Agent, toUregen, type View } from './agent.ts'

export const WASH_TRADERS = 'wash traders'

/**
 * Those who trade with themselves along a route, always or only while that very trade pays: by the rule that judges a period’s wash trading,
 * in whole uregen, beside what everybody else does in this period. A period charges volumes message by message, so that one minimum for a
 * whole transaction (`m013.minFeeScope`: tx) counts in the decision alone; and it credits a trader's volume as one activity, of any size.
 *
 * @see ESS 5, SC-003; SPEC M015, invariant 4, Sybil Resistance
 */
export function washAgent({ volume, route: name, rule, messages }: Scenario['agents']['wash']): Agent<null> {
  const route = WASH_ROUTES.find(known => known.name === name) as Route
  const traders = tradersOf({ route, volume: 0n as Uregen })
  const rounds = Math.max(1, Math.round(messages / traders))
  return {
    name: 'wash traders',
    start: null,
    act(view, memory) {
      const usd = view.scheduled('wash.volume', volume)
      if (usd === 0) return { memory }
      const attack = { route, volume: toUregen(usd, view.price), rounds }
      if (rule === 'when-profitable' && !pays(attack, view)) return { memory }
      const volumes = route.legs.map(
        (txType): Volume => ({
          txType,
          denom: 'uregen',
          value: { num: attack.volume, den: 1n },
          messages: BigInt(rounds * traders),
        }),
      )
      return {
        memory,
        period: { volumes, participants: [participantOf(route, volumes, view)] },
        figures: { washUsd: usd },
      }
    },
  }
}

/**
 * Whether a trade is rewarded with more than it pays. The honest side is this period as it would be without it; where that cannot be computed
 * the period is refused anyway, and nobody trades for an unknown reward.
 */
export function pays(
  attack: WashAttack,
  { soFar, state, policy }: Pick<View, 'soFar' | 'state' | 'policy'>,
): boolean {
  if (attack.volume === 0n) return false
  try {
    const honest = honestRun(state, toEpochInputs(soFar, state))(policy)
    return exactProfit(attack, washGround(policy, honest)).least > 0n
  } catch (error) {
    if (isRegenError(error)) return false
    throw error
  }
}

/** The traders as one: what they are credited with, and the fee that all legs are charged. */
function participantOf(
  { scoresAs, platform }: Route,
  volumes: readonly Volume[],
  { policy }: View,
): Participant {
  const fee = volumes.reduce((sum, { txType, value, messages }) => {
    const line = { txType, value: ratio(value.num, value.den * messages) }
    return sum + (chargeTransaction([[line]], policy.m013)[0]?.atLeast ?? 0n) * messages
  }, 0n) as Uregen
  const value = (volumes[0]?.value.num ?? 0n) as Uregen
  const bought = scoresAs === 'purchase' || policy.m015.autoRetireScoring !== 'retirement'
  const isPurchase = scoresAs !== 'retirement' && bought
  return {
    address: WASH_TRADERS,
    purchase: isPurchase ? { value, fee } : null,
    retirement: isPurchase ? null : { value, fee },
    platform:
      platform === 'none' ? null : platform === 'own address' ? WASH_TRADERS : `platform of ${WASH_TRADERS}`,
    votes: 0,
    proposals: NO_PROPOSALS,
  }
}
