import type { Ratio } from '../../primitives/ratio.ts'
import {
  type DistributionParams,
  type MintParams,
  type StakingParams,
  type StakingPool,
  toDistributionParams,
  toMintParams,
  toStakingParams,
  toStakingPool,
} from '../decode/modules/staking.ts'
import { toValidator, type Validator } from '../decode/modules/validator.ts'
import {
  distributionParams,
  mintAnnualProvisions,
  mintInflation,
  mintParams,
  stakingParams,
  stakingPool,
  stakingValidators,
} from '../endpoints/staking.ts'
import { ask, askAll, type NodeAt } from './ask.ts'
import { listQuestion, question } from './question.ts'

/**
 * What is staked, in uregen.
 *
 * @example
 * const stakingPool = await readStakingPool(at)
 */
export const readStakingPool = (ledger: NodeAt): Promise<StakingPool> =>
  ask(
    ledger,
    question(stakingPool, {}, ({ pool }, read) => read.message('pool', pool, toStakingPool)),
  )

/**
 * The rules of staking: bond denom, size of the set, unbonding time.
 *
 * @example
 * const stakingParams = await readStakingParams(at)
 */
export const readStakingParams = (ledger: NodeAt): Promise<StakingParams> =>
  ask(
    ledger,
    question(stakingParams, {}, ({ params }, read) => read.message('params', params, toStakingParams)),
  )

/**
 * Every validator, or those that are bonded: the ones that make blocks.
 *
 * @example
 * const validators = await readValidators(at, 'bonded')
 */
export const readValidators = (ledger: NodeAt, which: 'every' | 'bonded'): Promise<readonly Validator[]> =>
  askAll(
    ledger,
    listQuestion(
      stakingValidators,
      which === 'bonded' ? { status: 'BOND_STATUS_BONDED' } : {},
      (response, read) => read.each('validators', response.validators, toValidator),
      'hundred',
    ),
  )

/**
 * Parameters of today's inflation.
 *
 * @example
 * const mintParams = await readMintParams(at)
 */
export const readMintParams = (ledger: NodeAt): Promise<MintParams> =>
  ask(
    ledger,
    question(mintParams, {}, ({ params }, read) => read.message('params', params, toMintParams)),
  )

/**
 * Today's inflation per year, as a fraction of the supply: 0.07 is 7 %.
 *
 * @example
 * const inflation = await readInflation(at)
 */
export const readInflation = (ledger: NodeAt): Promise<Ratio> =>
  ask(
    ledger,
    question(mintInflation, {}, ({ inflation }, read) => read.scaled('inflation', inflation)),
  )

/**
 * What one year of today's inflation would mint, in uregen. Exact, so it can be a fraction of a uregen.
 *
 * @example
 * const annualProvisions = await readAnnualProvisions(at)
 */
export const readAnnualProvisions = (ledger: NodeAt): Promise<Ratio> =>
  ask(
    ledger,
    question(mintAnnualProvisions, {}, ({ annualProvisions }, read) =>
      read.scaled('annual_provisions', annualProvisions),
    ),
  )

/**
 * Where the rewards of today go: the community tax and the like.
 *
 * @example
 * const distributionParams = await readDistributionParams(at)
 */
export const readDistributionParams = (ledger: NodeAt): Promise<DistributionParams> =>
  ask(
    ledger,
    question(distributionParams, {}, ({ params }, read) =>
      read.message('params', params, toDistributionParams),
    ),
  )
