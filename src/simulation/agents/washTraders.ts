import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { honestVolumes } from '../../epoch/wash/honestPeriod.ts'
import { breakEvenOf, washTerms } from '../../epoch/wash/washTerms.ts'
import type { TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { type Route, WASH_ROUTES } from '../../mechanisms/m015-contribution-weighted-rewards/routes.ts'
import { mulFloor, ratio, ZERO } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { NO_PROPOSALS, type Participant } from '../advance/aggregatedPeriod.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { type Agent, rateOf, toUregen, type View } from './agent.ts'

export const WASH_TRADERS = 'wash traders'

/**
 * Those who trade with themselves along a route, always or only while the break-even rule of M015 says that it pays.
 *
 * @see ESS 5, SC-003
 */
export function washAgent({ volume, route: name, rule, messages }: Scenario['agents']['wash']): Agent<null> {
  const route = WASH_ROUTES.find(known => known.name === name) as Route
  return {
    name: 'wash traders',
    start: null,
    act(view, memory) {
      const usd = view.scheduled('wash.volume', volume)
      if (usd === 0 || (rule === 'when-profitable' && !pays(view, name))) return { memory }
      const value = toUregen(usd, view.price)
      return {
        memory,
        period: {
          volumes: route.legs.map(
            (txType): Volume => ({
              txType,
              denom: 'uregen',
              value: { num: value, den: 1n },
              messages: BigInt(Math.max(1, Math.round(messages))),
            }),
          ),
          participants: [participantOf(route, value, view)],
        },
        figures: { washUsd: usd },
      }
    },
  }
}

function participantOf({ legs, scoresAs, platform }: Route, value: Uregen, { policy }: View): Participant {
  const fee = legs.reduce((sum, leg) => sum + mulFloor(value, rateOf(policy, leg)), 0n) as Uregen
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

/** Whether the route pays beside the honest volumes of this period. */
function pays({ soFar, policy, last }: View, name: string): boolean {
  const of = (txType: TxType): Uregen =>
    soFar.volumes.reduce(
      (sum, volume) => (volume.txType === txType ? sum + volume.value.num / volume.value.den : sum),
      0n,
    ) as Uregen
  const auto = last === null ? 0n : last.stability + last.activityPool
  const stabilityShare = last === null || auto === 0n ? ZERO : ratio(last.stability, auto)
  const honest = honestVolumes(
    {
      CreditIssuance: of('CreditIssuance'),
      CreditTransfer: of('CreditTransfer'),
      CreditRetirement: of('CreditRetirement'),
      MarketplaceTrade: of('MarketplaceTrade'),
    },
    stabilityShare,
  )
  const { routes } = breakEvenOf(washTerms(policy, honest(policy)))
  return routes.find(route => route.name === name)?.verdict === 'profit'
}
