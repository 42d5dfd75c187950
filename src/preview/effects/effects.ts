import type { PolicyConfig } from '../../policy/policy.ts'
import { toRewardConfig, toSupplyParams } from '../../policy/toParams.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { FeePreview, PreviewInput } from '../feePreview.ts'
import type { ProposedFee } from '../proposed/proposedFees.ts'
import type { ProposedMessage } from '../proposed/proposeFees.ts'
import type { RunMessage } from '../run/runMessages.ts'
import { creditedActs } from './creditedActs.ts'
import { rewardEffect } from './rewardEffect.ts'
import { supplyEffect } from './supplyEffect.ts'

/** What the proposed fees would do beyond this transaction: to the supply, and to who made it. Null where nothing was stated. */
export function effectsOf(
  { supply, rewards }: Pick<PreviewInput, 'supply' | 'rewards'>,
  {
    run,
    proposals,
    burned,
    policy,
  }: {
    run: readonly RunMessage[]
    proposals: readonly ProposedMessage[]
    burned: Uregen
    policy: PolicyConfig
  },
): Pick<FeePreview['proposed'], 'supplyEffect' | 'rewardEffect'> {
  const atLeast = proposals.some(({ proposed }) => proposed.fee === null)
  const params = toRewardConfig(policy.m015)
  return {
    supplyEffect:
      supply === undefined
        ? null
        : supplyEffect(burned, { state: supply, params: toSupplyParams(policy.m012), atLeast }),
    rewardEffect:
      rewards === undefined || params.scoring !== 'raw'
        ? null
        : rewardEffect({
            contributions: creditedActs(run, proposals, params),
            communityInflow: proposals.reduce(
              (sum, { proposed }) => sum + inflowOf(proposed, policy.epoch),
              0n,
            ) as Uregen,
            rest: rewards,
            params,
            atLeast,
          }),
  }
}

/** The community part of a fee; with `autoInflow: scored-fees` that of purchases and retirements in it. */
function inflowOf({ parts, pools }: ProposedFee, { autoInflow }: PolicyConfig['epoch']): bigint {
  if (autoInflow === 'all-fees') return pools.community
  const sum = (of: ProposedFee['parts']) => of.reduce((total, { byValue }) => total + (byValue ?? 0n), 0n)
  const all = sum(parts)
  const scored = parts.filter(({ txType }) => txType === 'MarketplaceTrade' || txType === 'CreditRetirement')
  if (all === 0n) return scored.length === parts.length ? pools.community : 0n
  return (pools.community * sum(scored)) / all
}
