import { diffPolicy } from '../../policy/diffPolicy.ts'
import { type PolicyConfig, parsePolicy } from '../../policy/policy.ts'
import { policyJson } from '../../policy/policyHash.ts'
import { meetsLayer } from '../../policy/votes/meetsLayer.ts'
import { NO_PROPOSALS, type Participant } from '../advance/aggregatedPeriod.ts'
import { betaQuantile, poisson } from '../random/draws.ts'
import { normalCdf } from '../random/elementary.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Agent } from './agent.ts'

type Settings = Scenario['agents']['governance']

const ELECTORATE = 1_000_000

/**
 * Votes and proposals of a period, and changes of the policy: a change is made only when the vote is enough for the layer of its knobs.
 *
 * A change that did not pass is not tried again.
 *
 * @see ESS 7.6; SC-006; readings 2.5, Governance layers
 */
export function governanceAgent(settings: Settings): Agent<null> {
  const { participation, proposals, random, approval, changes } = settings
  return {
    name: 'governance',
    start: null,
    act({ period, policy, scheduled, shocks }, memory, stream) {
      const drawn =
        typeof participation === 'number'
          ? participation
          : betaQuantile(participation.alpha, participation.beta, normalCdf(shocks.participation))
      const votes = scheduled('governance.participation', drawn)
      const expected = scheduled('governance.proposals', proposals)
      const count = random ? poisson(expected, stream.uniform()) : Math.round(expected)
      const quorate = votes * Number(policy.governance.quorum.den) >= Number(policy.governance.quorum.num)
      const passed = quorate && approval > 0.5
      const changed = changes
        .filter(({ at }) => at === period)
        .reduce((before, { policy: change }) => decide(before, change, votes, approval), policy)
      const people: readonly Participant[] =
        count === 0 || votes === 0
          ? []
          : [
              voter('voters', { votes: count, proposals: NO_PROPOSALS }),
              voter('proposers', {
                votes: 0,
                proposals: {
                  passed: passed ? count : 0,
                  rejected: quorate && !passed ? count : 0,
                  'no-quorum': quorate ? 0 : count,
                },
              }),
            ]
      return {
        memory,
        period: { participants: people },
        ...(changed !== policy && { policy: changed }),
        figures: {
          participation: votes,
          proposals: votes === 0 ? 0 : count,
          policyChanges: changed === policy ? 0 : 1,
        },
      }
    },
  }
}

const voter = (address: string, did: Pick<Participant, 'votes' | 'proposals'>): Participant => ({
  address,
  purchase: null,
  retirement: null,
  platform: null,
  ...did,
})

/** The policy after a vote on a change of some knobs: changed when the vote is enough for their layer and each step is within bounds. */
function decide(
  before: PolicyConfig,
  change: { readonly [section: string]: unknown },
  participation: number,
  approval: number,
): PolicyConfig {
  const after = parsePolicy(merge(JSON.parse(policyJson(before)), change))
  const { layer, withinBounds } = diffPolicy(before, after)
  if (layer === null || !withinBounds) return before
  const cast = BigInt(Math.round(participation * ELECTORATE))
  const yes = BigInt(Math.round(participation * approval * ELECTORATE))
  const tally = { yes, no: cast - yes, veto: 0n, abstain: 0n, eligible: BigInt(ELECTORATE) }
  return meetsLayer(tally, layer, before.governance).met ? after : before
}

/** JSON data with some of its fields replaced, section by section. */
function merge(before: unknown, change: unknown): unknown {
  if (!isRecord(before) || !isRecord(change)) return change
  const merged: Record<string, unknown> = { ...before }
  for (const [key, value] of Object.entries(change))
    merged[key] =
      isRecord(merged[key]) && isRecord(value) && !('kind' in value) ? merge(merged[key], value) : value
  return merged
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
