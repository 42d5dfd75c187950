import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { TX_TYPES } from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { parseCategory } from '../../../src/mechanisms/m014-authority-validator-governance/validatorSet/category.ts'
import {
  readContractActivity,
  readContractCategory,
  readContractClaim,
  readContractCommitment,
  readContractDistribution,
  readContractFee,
  readContractInfo,
  readContractMint,
  readContractPerformance,
  readContractPeriod,
  readContractRewards,
  readContractValidator,
  readContributionRewards,
  readDynamicSupply,
  readFeeRouter,
  readValidatorGovernance,
} from '../../../src/network/index.ts'
import { askContract } from '../../../src/node/contracts/askContract.ts'
import type { NodeAt } from '../../../src/node/read/ask.ts'
import { connectRpc, type Rpc } from '../../../src/node/rpc/connectRpc.ts'
import { isRegenError } from '../../../src/primitives/errors.ts'
import { type RecordedNode, startRecordedNode } from '../../../src/testing.ts'
import { contractQueries, contracts, withContracts } from '../../support/contracts.ts'

/** Every recorded query of the four contracts, asked by the reader that asks it: read, absent, or refused with the right error. */

let node: RecordedNode
let rpc: Rpc
let ledger: NodeAt

beforeAll(async () => {
  node = await startRecordedNode(withContracts)
  rpc = connectRpc(node.url)
  ledger = { port: rpc, height: 367n }
})
afterAll(async () => {
  rpc.disconnect()
  expect(node.missing).toEqual([])
  await node.close()
})

/** The arguments of all queries together; each has its own. */
type Args = {
  readonly [name in 'tx_type' | 'value' | 'burn_amount' | 'staked_amount' | 'stability_committed']: string
} & { readonly [name in 'category' | 'address' | 'validator']: string } & {
  readonly [name in 'period_id' | 'period' | 'commitment_id' | 'period_from' | 'period_to']: number
}
const { feeRouter, dynamicSupply, validatorGovernance, contributionRewards } = contracts
const txTypeOf = (name: string) =>
  TX_TYPES.find(type => type.replace(/\B[A-Z]/g, '_$&').toLowerCase() === name) as (typeof TX_TYPES)[number]

/** The reader of each query; what several of them tell is read together. */
const READERS: Readonly<Record<string, (args: Args, address: string) => Promise<unknown>>> = {
  ContractInfo: (_, address) => readContractInfo(ledger, address),
  // The account that is no contract was asked for its configuration alone.
  fee_config: (_, address) =>
    address === feeRouter
      ? readFeeRouter(ledger, address)
      : askContract(ledger, address, { fee_config: {} }, z.unknown()),
  pool_balances: () => readFeeRouter(ledger, feeRouter),
  calculate_fee: ({ tx_type, value }) =>
    readContractFee(ledger, feeRouter, { txType: txTypeOf(tx_type), value: BigInt(value) }),
  supply_state: () => readDynamicSupply(ledger, dynamicSupply),
  supply_params: () => readDynamicSupply(ledger, dynamicSupply),
  period_history: ({ period_id }) => readContractPeriod(ledger, dynamicSupply, period_id),
  simulate_period: ({ burn_amount, staked_amount, stability_committed }) =>
    readContractMint(ledger, dynamicSupply, {
      burned: BigInt(burn_amount),
      staked: BigInt(staked_amount),
      stabilityCommitted: BigInt(stability_committed),
    }),
  config: (_, address) =>
    address === validatorGovernance
      ? readValidatorGovernance(ledger, address)
      : readContributionRewards(ledger, address),
  active_validators: () => readValidatorGovernance(ledger, validatorGovernance),
  validators_by_status: () => readValidatorGovernance(ledger, validatorGovernance),
  composition_breakdown: () => readValidatorGovernance(ledger, validatorGovernance),
  module_state: () => readValidatorGovernance(ledger, validatorGovernance),
  validators_by_category: ({ category }) =>
    readContractCategory(ledger, validatorGovernance, parseCategory(category)),
  validator: ({ address }) => readContractValidator(ledger, validatorGovernance, address),
  performance_record: ({ validator, period }) =>
    readContractPerformance(ledger, validatorGovernance, { validator, period }),
  mechanism_state: () => readContributionRewards(ledger, contributionRewards),
  activity_score: ({ address: account, period }) =>
    readContractActivity(ledger, contributionRewards, { account, period }),
  claimable_rewards: ({ address: account }) => readContractClaim(ledger, contributionRewards, account),
  stability_commitment: ({ commitment_id }) =>
    readContractCommitment(ledger, contributionRewards, commitment_id),
  distribution_record: ({ period }) => readContractDistribution(ledger, contributionRewards, period),
  participant_rewards: ({ address: account, period_from: from, period_to: to }) =>
    readContractRewards(ledger, contributionRewards, { account, from, to }),
  no_such: () => askContract(ledger, feeRouter, { no_such: {} }, z.unknown()),
}

test('all 227 are read, or refused with the right error', async () => {
  const known = new Map<string, Promise<unknown>>()
  const count = { read: 0, absent: 0, CONTRACT_UNKNOWN: 0, CONTRACT_MISSING: 0 }
  for (const { query, contract, code } of contractQueries) {
    const [[variant, args]] = (typeof query === 'string' ? [[query, {}]] : Object.entries(query)) as [
      [string, Args],
    ]
    const alice = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
    const address = contracts[contract as keyof typeof contracts] ?? alice
    const reader = READERS[variant]
    if (reader === undefined) throw new Error(`no reader of ${variant}`)
    try {
      // What a state query reads is read once.
      const asked =
        Object.keys(args).length === 0 || variant === 'validators_by_status' ? `${variant} ${address}` : null
      const answer = await (asked === null
        ? reader(args, address)
        : (known.get(asked) ?? reader(args, address)))
      if (asked !== null) known.set(asked, Promise.resolve(answer))
      expect([variant, answer === null]).toEqual([variant, code !== 0])
      count[answer === null ? 'absent' : 'read']++
    } catch (error) {
      if (!isRegenError(error, 'CONTRACT_UNKNOWN') && !isRegenError(error, 'CONTRACT_MISSING')) throw error
      expect(code).not.toBe(0)
      count[error.code]++
    }
  }
  expect(count).toEqual({ read: 214, absent: 11, CONTRACT_UNKNOWN: 1, CONTRACT_MISSING: 1 })
})
