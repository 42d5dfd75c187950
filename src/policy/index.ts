/** Every open question of M012 to M015 as data: answers by name, what changes between two, and who may decide it. */

export type { SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
export { sharesAt } from '../mechanisms/m013-value-based-fee-routing/sharesAt.ts'
export type { ValidatorParams } from '../mechanisms/m014-authority-validator-governance/params.ts'
export type { RewardConfig } from '../mechanisms/m015-contribution-weighted-rewards/params.ts'
export type { Layer } from '../primitives/parameter.ts'
export { diffPolicy, type PolicyChange, type PolicyDiff } from './diffPolicy.ts'
export { DEFAULT_POLICY } from './generated/defaultPolicy.ts'
export type { Knob } from './knob.ts'
export { KNOBS } from './knobs.ts'
export { type M013Policy, type PolicyConfig, parsePolicy } from './policy.ts'
export { policyHash, policyJson } from './policyHash.ts'
export { PRESETS, type Preset, type PresetName, presetPolicy } from './presets.ts'
export { toFeeConfig } from './toFeeConfig.ts'
export { type Purpose, passesBothTracks, passesDualTrack, type TrackTallies } from './votes/dualTrack.ts'
export {
  type AgentDecision,
  type LayerCheck,
  meetsLayer,
  meetsOverrideWindow,
  type Tally,
} from './votes/meetsLayer.ts'
export { type Decided, passesDecision } from './votes/passesDecision.ts'
