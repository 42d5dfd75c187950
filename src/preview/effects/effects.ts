import { rewardedPart } from '../../mechanisms/m013-value-based-fee-routing/rewardedPart.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import type { EffectsInput, FeePreview } from '../feePreview.ts'
import type { ChargedMessage } from '../proposed/chargeMessages.ts'
import type { RunMessage } from '../run/runMessages.ts'
import { creditedActs } from './creditedActs.ts'
import { rewardEffect } from './rewardEffect.ts'
import { supplyEffect } from './supplyEffect.ts'

/** What the proposed fees would do beyond this transaction: to the supply, and to who made it. Null where nothing was stated. */
export function effectsOf(
  { supply, rewards }: Pick<EffectsInput, 'supply' | 'rewards'>,
  {
    run,
    proposals,
    policy,
  }: {
    run: readonly RunMessage[]
    proposals: readonly ChargedMessage[]
    policy: PolicyConfig
  },
): Pick<FeePreview['proposed'], 'supplyEffect' | 'rewardEffect'> {
  const atLeast = proposals.some(({ proposed }) => proposed.fee === null)
  const params = policy.m015
  return {
    supplyEffect:
      supply === undefined
        ? null
        : supplyEffect(burnedBy(proposals, policy.m013), {
            state: supply,
            params: policy.m012,
            atLeast,
          }),
    rewardEffect:
      rewards === undefined || params.scoring !== 'raw'
        ? null
        : rewardEffect({
            contributions: creditedActs(run, proposals, params),
            communityInflow: sumUregen(...proposals.map(message => inflowOf(message, policy.epoch))),
            rest: rewards,
            params,
            atLeast,
          }),
  }
}

/**
 * What would be burned: in REGEN alone, since a coin of another denom has to be changed first. With `collection: hybrid` that is done
 * at once, denom by denom, at the rate given.
 */
function burnedBy(proposals: readonly ChargedMessage[], { collection }: PolicyConfig['m013']): Uregen {
  const rates = new Map(
    proposals.flatMap(({ paid }) => paid.map(({ denom, rate }) => [denom, rate] as const)),
  )
  return sumUregen(
    ...[...rates]
      .filter(([denom]) => denom === 'uregen' || collection === 'hybrid')
      .map(([denom, rate]) => {
        const coins = proposals.flatMap(({ proposed }) =>
          proposed.collected.filter(coin => coin.denom === denom),
        )
        return mulFloor(sumUregen(...coins.map(({ pools }) => pools.burn)), rate)
      }),
  )
}

/** The community part of a fee in REGEN that M015 may distribute. */
function inflowOf(message: ChargedMessage, { autoInflow }: PolicyConfig['epoch']): Uregen {
  const lines = message.charges.flatMap(({ txType }, index) => {
    const paid = message.paid[index]
    return paid?.denom === 'uregen' ? [{ txType, fee: paid.amount }] : []
  })
  return sumUregen(...inRegen(message).map(({ pools }) => rewardedPart(pools.community, lines, autoInflow)))
}

const inRegen = ({ proposed }: ChargedMessage) => proposed.collected.filter(({ denom }) => denom === 'uregen')
