import { expect, test } from 'vitest'
import { readContributionRewards } from '../../../src/node/contracts/contributionRewards.ts'
import { readDynamicSupply } from '../../../src/node/contracts/dynamicSupply.ts'
import { readFeeRouter } from '../../../src/node/contracts/feeRouter.ts'
import { readValidatorGovernance } from '../../../src/node/contracts/validatorGovernance.ts'
import { smartContractState } from '../../../src/node/endpoints/contracts.ts'
import type { NodeAt } from '../../../src/node/read/ask.ts'
import { RegenError } from '../../../src/primitives/errors.ts'
import { QUERY_FAILED } from '../../../src/primitives/errorTable.ts'
import { contracts } from '../../support/contracts.ts'
import { generatedCodec } from '../../wire/schema.ts'

/** The competing drafts of M014 and M015, as they answered on a v7.0.0 node: refused by name, never read as what they are not. */

const REWARDS_72 = {
  crate: 'contribution_rewards',
  knows: [
    'config',
    'state',
    'participant_score',
    'epoch_scores',
    'distribution_history',
    'pending_rewards',
    'stability_commitment',
    'stability_stats',
    'simulate_score',
  ],
  config: {
    admin: 'regen1vycrazzgw7yak4l7r608ec8vd06ns4tcm2wq00',
    activity_weights: {
      credit_purchase_bps: 3000,
      credit_retirement_bps: 3000,
      platform_facilitation_bps: 2000,
      governance_voting_bps: 1000,
      proposal_submission_bps: 1000,
    },
    max_stability_share_bps: 3000,
    stability_annual_return_bps: 600,
    min_commitment_uregen: '100000000',
    min_lock_months: 6,
    max_lock_months: 24,
    early_exit_penalty_bps: 5000,
    blocks_per_epoch: 60480,
    calibration_epochs: 13,
    epochs_per_year: 52,
    denom: 'uregen',
  },
} as const

const GOVERNANCE_73 = {
  crate: 'regen_validator_governance',
  knows: [
    'config',
    'validator_set',
    'validator',
    'performance_score',
    'proposals',
    'proposal',
    'votes',
    'composition',
  ],
  config: {
    config: {
      admin: 'regen1vycrazzgw7yak4l7r608ec8vd06ns4tcm2wq00',
      max_validators: 21,
      min_validators: 15,
      min_per_category: 5,
      term_length_seconds: 31536000,
      probation_period_seconds: 2592000,
      min_uptime_bps: 9950,
      performance_threshold_bps: 7000,
      performance_bonus_bps: 1000,
      voting_period_seconds: 604800,
    },
  },
} as const

/** A node on which every address is such a contract; what it does not know it refuses as x/wasm does, sooner or later than it answers. */
function chainOf(draft: typeof REWARDS_72 | typeof GOVERNANCE_73, answersFirst: boolean): NodeAt {
  const request = generatedCodec('cosmwasm.wasm.v1.QuerySmartContractStateRequest')
  const response = generatedCodec('cosmwasm.wasm.v1.QuerySmartContractStateResponse')
  const turn = () => new Promise(resolve => setImmediate(resolve))
  return {
    height: 326n,
    port: {
      abciQuery: async ({ path, data }) => {
        const { queryData } = request.decode(data) as unknown as { queryData: Uint8Array }
        const variant = Object.keys(JSON.parse(new TextDecoder().decode(queryData)))[0] ?? ''
        const isConfig = variant === 'config'
        if (isConfig !== answersFirst) await turn()
        const list = draft.knows.map(name => `\`${name}\``).join(', ')
        if (!isConfig)
          throw new RegenError(QUERY_FAILED, {
            origin: 'http://node',
            query: path,
            code: 9,
            codespace: 'wasm',
            log: `Error parsing into type ${draft.crate}::msg::QueryMsg: unknown variant \`${variant}\`, expected one of ${list}: query wasm contract failed`,
            height: 326n,
          })
        const answer = { data: new TextEncoder().encode(JSON.stringify(draft.config)) }
        return { value: response.encode(response.fromPartial(answer)).finish(), height: 326n }
      },
    } as NodeAt['port'],
  }
}

expect(smartContractState.path).toBe('/cosmwasm.wasm.v1.Query/SmartContractState')

test.each([
  ['answers first', true],
  ['refuses first', false],
])(
  'the drafts of pull requests 72 and 73 are refused by name, whichever way it comes: %s',
  async (_, first) => {
    await expect(
      readContributionRewards(chainOf(REWARDS_72, first), contracts.contributionRewards),
    ).rejects.toMatchObject({
      code: 'CONTRACT_UNKNOWN',
      context: { query: 'mechanism_state', form: 'the draft of M015 in pull request 72' },
    })
    const refused = readValidatorGovernance(chainOf(GOVERNANCE_73, first), contracts.validatorGovernance)
    await expect(refused).rejects.toMatchObject({
      code: 'CONTRACT_UNKNOWN',
      context: { form: 'the draft of M014 in pull request 73' },
    })
    await expect(refused).rejects.toThrow(
      'It is the draft of M014 in pull request 73, a form that is not read. It is a contract of another kind',
    )
  },
)

test('named for another mechanism, each is refused as well', async () => {
  for (const draft of [REWARDS_72, GOVERNANCE_73])
    for (const read of [readFeeRouter, readDynamicSupply, readContributionRewards, readValidatorGovernance])
      await expect(read(chainOf(draft, true), contracts.feeRouter)).rejects.toMatchObject({
        code: 'CONTRACT_UNKNOWN',
      })
})
