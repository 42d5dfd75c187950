import type { Metrics } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import { type Ratio, ratio } from '../../primitives/ratio.ts'
import { nanosecondsOf } from '../../primitives/time.ts'
import type { Proposal } from '../decode/modules/proposal.ts'
import { uptimeOf } from '../decode/modules/slashing.ts'
import type { Validator } from '../decode/modules/validator.ts'
import { readProposals } from './governance.ts'
import { readGovernanceVoters } from './governanceVotes.ts'
import { readSigningInfos, readSlashingParams } from './slashing.ts'
import { readValidators } from './staking.ts'
import type { ChainAt } from './txSearch.ts'

/** A validator, and what the chain can measure of it for M014's score. */
export type MeasuredValidator = { readonly validator: Validator; readonly metrics: Metrics }

/**
 * The bonded validators as M014 would score them.
 *
 *     uptime = signed / counted                      over the slashing window, exact
 *     governanceParticipation = voted / decided      proposals whose vote ended in [from, to), by the votes' events
 *
 * Both are null where nothing was counted. Ecosystem contribution is not on chain: null, which is not 0.
 *
 * @example
 * const validators = await readValidatorMetrics(chain, { from: '2026-11-01T00:00:00Z', to: '2026-11-08T00:00:00Z' })
 */
export async function readValidatorMetrics(
  chain: ChainAt,
  period: { readonly from: string; readonly to: string },
): Promise<readonly MeasuredValidator[]> {
  const [validators, infos, slashing, proposals] = await Promise.all([
    readValidators(chain, 'bonded'),
    readSigningInfos(chain),
    readSlashingParams(chain),
    readProposals(chain),
  ])
  const decided = proposals.filter(proposal => wasDecidedIn(proposal, period))
  const voters = await Promise.all(decided.map(({ id }) => readGovernanceVoters(chain, id)))
  const infoOf = new Map(infos.map(info => [info.consensusAddress, info]))
  return validators.map(validator => {
    const info = infoOf.get(validator.consensusAddress)
    return {
      validator,
      metrics: {
        uptime: info ? uptimeOf(info, slashing) : null,
        governanceParticipation: participation(validator.account, voters),
        ecosystemContribution: null,
      },
    }
  })
}

function participation(account: string, voters: readonly ReadonlySet<string>[]): Ratio | null {
  if (voters.length === 0) return null
  const voted = voters.filter(accounts => accounts.has(account)).length
  return ratio(BigInt(voted), BigInt(voters.length))
}

function wasDecidedIn({ status, votingEnd }: Proposal, { from, to }: { from: string; to: string }): boolean {
  if (votingEnd === null || (status !== 'passed' && status !== 'rejected' && status !== 'failed'))
    return false
  const [end, first, after] = [votingEnd, from, to].map(nanosecondsOf)
  return (end as bigint) >= (first as bigint) && (end as bigint) < (after as bigint)
}
