import type { SupplyParams } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import type { MintBurnRecord } from '../../mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import type { Composition } from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import type { AuthorityValidator } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { LayerCheck } from '../../policy/votes/meetsLayer.ts'
import { type Decided, passesDecision } from '../../policy/votes/passesDecision.ts'
import type { Layer } from '../../primitives/parameter.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Decisions } from '../inputs/epochInputs.ts'
import type { EpochPhases, RewardLedger } from '../state/epochState.ts'
import { m014StateOf } from './m014StateOf.ts'

/** What a period showed that decides over the next one’s phases. */
export type PhaseFacts = {
  readonly decisions: Decisions
  readonly governance: PolicyConfig['governance']
  /** The UTC day on which the step ends. */
  readonly today: string
  readonly feeDays: readonly string[]
  /** Whether the distribution period ends: M015’s phase moves with it. */
  readonly distributionEnds: boolean
  /** Fee revenue of M012’s period. */
  readonly revenue: Uregen
  readonly record: MintBurnRecord | null
  /** What M014 paid when it last paid. */
  readonly validatorsPaid: Uregen
  readonly validators: readonly AuthorityValidator[]
  readonly composition: Composition
  /** What is delegated when the period ends. */
  readonly delegated: Uregen
  readonly tracked: RewardLedger['tracked']
  readonly supplyParams: SupplyParams
  readonly validatorParams: ValidatorParams
  readonly rewardParams: RewardConfig
}

/** Where a mechanism stands next, and by name the guards for which something that was decided has to wait. */
export type After<Phase> = { readonly next: Phase; readonly waitsFor: readonly string[] }

/** Whether a proposal passed, and the guards of its vote: a decision is held against its layer. */
export function approvalOf(
  decided: Decided | null,
  layer: Layer,
  phases: EpochPhases,
  { governance }: Pick<PhaseFacts, 'governance'>,
): LayerCheck {
  const m014 = m014StateOf(phases)
  return passesDecision(decided, layer, {
    governance,
    bothTracks: m014 === 'ACTIVE' || m014 === 'EQUILIBRIUM',
  })
}

/** The guards that do not hold, of a step and of the vote behind it; none where nothing was decided. */
export const waitsFor = (
  decided: Decided | null,
  vote: LayerCheck,
  guards: { readonly [guard: string]: boolean },
): readonly string[] =>
  decided === null
    ? []
    : Object.entries({ ...guards, ...vote.guards }).flatMap(([guard, holds]) =>
        holds || guard === 'proposalApproved' ? [] : [guard],
      )
