import type { Layer } from '../../primitives/parameter.ts'
import type { PolicyConfig } from '../policy.ts'
import { type Purpose, passesBothTracks, passesDualTrack, type TrackTallies } from './dualTrack.ts'
import {
  type AgentDecision,
  check,
  type LayerCheck,
  meetsLayer,
  meetsOverrideWindow,
  type Tally,
} from './meetsLayer.ts'

/** How something was decided: one vote, a vote of both tracks (after M014), or agents in Layer 2. */
export type Decided = { readonly tally: Tally } | TrackTallies | { readonly agents: AgentDecision }

/**
 * Whether a decision is enough for a layer; the guards by name.
 *
 *     L1       none is needed
 *     L2       agents with their override window over, or a vote that does not override them
 *     L3, L4   one vote before M014 is ACTIVE, both tracks from then on; L4 67 % or more of each
 *
 * Null: nobody decided. Agents cannot decide what belongs to Layer 3 or 4.
 *
 * @example
 * passesDecision(tracks, 'L3', { governance: DEFAULT_POLICY.governance, bothTracks: true }).met // true
 */
export function passesDecision(
  decided: Decided | null,
  layer: Layer,
  {
    governance,
    bothTracks,
    purpose = 'other',
  }: { governance: PolicyConfig['governance']; bothTracks: boolean; purpose?: Purpose },
): LayerCheck {
  if (layer === 'L1') return check({})
  if (decided === null) return check({ decided: false })
  if ('agents' in decided)
    return layer === 'L2' ? meetsOverrideWindow(decided.agents) : check({ votedOn: false })
  if ('validators' in decided) {
    if (layer === 'L4') return passesBothTracks(decided)
    return layer === 'L3'
      ? passesDualTrack(decided, purpose, governance)
      : meetsLayer(decided.holders, layer, governance)
  }
  if (bothTracks && layer !== 'L2') return check({ bothTracks: false })
  return meetsLayer(decided.tally, layer, governance)
}
