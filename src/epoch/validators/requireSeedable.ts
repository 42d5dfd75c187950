import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { passesDecision } from '../../policy/votes/passesDecision.ts'
import { RegenError } from '../../primitives/errors.ts'
import { TRANSITION_REFUSED } from '../../primitives/errorTable.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'

type Seed = NonNullable<EpochInputs['validators']['seed']>

/** Throws TRANSITION_REFUSED unless a seed set may begin: there is nobody yet, and it is chosen as `m014.seedBy` says. */
export function requireSeedable(
  { decided, by }: Pick<Seed, 'decided' | 'by'>,
  {
    isEmpty,
    seedBy,
    policy,
  }: { isEmpty: boolean; seedBy: ValidatorParams['seedBy']; policy: Pick<PolicyConfig, 'governance'> },
): void {
  const passed = passesDecision(decided, 'L3', { governance: policy.governance, bothTracks: false }).met
  if (isEmpty && by === seedBy && (by !== 'vote' || passed)) return
  throw new RegenError(TRANSITION_REFUSED, {
    address: 'the seed set',
    from: 'CANDIDATE',
    to: 'APPROVED',
    failed: isEmpty ? `seedBy is ${seedBy}, chosen by ${by}` : 'there are validators already',
  })
}
