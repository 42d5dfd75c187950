import {
  type ContributionRewards,
  readContributionRewards,
} from '../../node/contracts/contributionRewards.ts'
import { type DynamicSupply, readDynamicSupply } from '../../node/contracts/dynamicSupply.ts'
import { type FeeRouter, readFeeRouter } from '../../node/contracts/feeRouter.ts'
import {
  readValidatorGovernance,
  type ValidatorGovernance,
} from '../../node/contracts/validatorGovernance.ts'
import { readAuthorityModule } from '../../node/modules/authorityModule.ts'
import { readFeeRouterModule } from '../../node/modules/feeRouterModule.ts'
import { readRewardsModule } from '../../node/modules/rewardsModule.ts'
import { readSupplyModule } from '../../node/modules/supplyModule.ts'
import type { NodeAt } from '../../node/read/ask.ts'
import { type Mechanism, PROPOSED_MODULES, readProposedModules } from '../../node/read/proposedModules.ts'
import type { MechanismContracts, MechanismSource } from './mechanismSources.ts'

/** One source for each mechanism. */
export type MechanismSources = { readonly [mechanism in Mechanism]: MechanismSource }

/** What a chain itself says of each mechanism, by a module or a contract; null where there is only a policy. */
export type InForce = {
  readonly m012: DynamicSupply | null
  readonly m013: FeeRouter | null
  readonly m014: ValidatorGovernance | null
  readonly m015: ContributionRewards | null
}

/**
 * Finds where each mechanism is on a chain: its module where that answers, else the contract that is named, else nowhere. A node that fails is an error.
 *
 * @example
 * const { m013 } = await readMechanismSources(at, { feeRouter: contract })
 * console.log(m013.kind)
 */
export async function readMechanismSources(
  ledger: NodeAt,
  contracts: MechanismContracts = {},
): Promise<MechanismSources> {
  const modules = await readProposedModules(ledger)
  const sourceOf = (mechanism: Mechanism, address: string | undefined): MechanismSource =>
    modules[mechanism] === 'on chain'
      ? { kind: 'module', path: PROPOSED_MODULES[mechanism] }
      : address === undefined
        ? { kind: 'policy' }
        : { kind: 'contract', address }
  return {
    m012: sourceOf('m012', contracts.dynamicSupply),
    m013: sourceOf('m013', contracts.feeRouter),
    m014: sourceOf('m014', contracts.validatorGovernance),
    m015: sourceOf('m015', contracts.contributionRewards),
  }
}

/**
 * Asks each source, at one height: modules and contracts give the same models.
 *
 * @example
 * const { m013 } = await readInForce(at, await readMechanismSources(at))
 * console.log(m013?.phase)
 */
export async function readInForce(ledger: NodeAt, sources: MechanismSources): Promise<InForce> {
  const read = <Answer>(
    source: MechanismSource,
    module: (ledger: NodeAt) => Promise<Answer>,
    contract: (ledger: NodeAt, address: string) => Promise<Answer>,
  ): Promise<Answer | null> =>
    source.kind === 'module'
      ? module(ledger)
      : source.kind === 'contract'
        ? contract(ledger, source.address)
        : Promise.resolve(null)
  const [m012, m013, m014, m015] = await Promise.all([
    read(sources.m012, readSupplyModule, readDynamicSupply),
    read(sources.m013, readFeeRouterModule, readFeeRouter),
    read(sources.m014, readAuthorityModule, readValidatorGovernance),
    read(sources.m015, readRewardsModule, readContributionRewards),
  ])
  return { m012, m013, m014, m015 }
}
