import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/** A stranger finds each formula by its name in the specification, and each open question by its number, in one search of src. */

const SRC = fileURLToPath(new URL('../src', import.meta.url))

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : path.endsWith('.ts') ? [path] : []
  })

const SOURCES = filesIn(SRC)
  .map(path => ({ file: relative(SRC, path), text: readFileSync(path, 'utf8') }))
  .filter(({ file }) => !file.startsWith('wire/generated/'))

/** The files in which a plain text search finds a name. */
const found = (name: string): readonly string[] =>
  SOURCES.filter(({ text }) => text.includes(name)).map(({ file }) => file)

/** The specification's own headings, formulas, parameters, invariants, records, events and states. */
const NAMES: { readonly [folder: string]: string } = {
  'm012-fixed-cap-dynamic-supply': `
    Supply Algorithm | S[t+1] = S[t] + M[t] − B[t] | r_base | Phase-gated behavior | Key property
    effective_multiplier | staking_multiplier | stability_multiplier | ecological multiplier | reference_value | S_staked | S_stability
    Governance Parameters | hard_cap | base_regrowth_rate | staking_multiplier_enabled | ecological_multiplier_enabled
    ecological_reference_value | min_burn_rate | period_length
    State Transitions | INFLATIONARY | TRANSITION | DYNAMIC | EQUILIBRIUM
    Cap Inviolability | Non-Negative Supply | Monotonic Cap | Mint-Burn Independence | Parameter Bound Safety
    SupplyState | MintBurnRecord | EventSupplyMint | EventSupplyBurn | EventParameterUpdate | EventEquilibriumReached`,
  'm013-value-based-fee-routing': `
    Fee Schedule | Fee Distribution | Distribution Parameters | Model A | Model B | Fee Value Calculation | min_fee
    CreditIssuance | CreditTransfer | CreditRetirement | MarketplaceTrade
    burn_share | validator_share | community_share | agent_share
    State Transitions | FLAT_GAS | TRANSITION | VALUE_BASED
    Fee Conservation | Share Sum Unity | Non-Negative Fees | Rate Bound Safety | Pool Isolation
    FeeConfig | PoolBalance | FeeRecord | EventFeeCollected | EventFeeDistributed | EventRateUpdated`,
  'm014-authority-validator-governance': `
    Validator Composition | infrastructure_builders | trusted_refi_partners | ecological_data_stewards
    Validator Lifecycle | CANDIDATE | APPROVED | ACTIVE | PROBATION | REMOVED | TERM_EXPIRED
    Compensation Model | base_compensation | performance_bonus | uptime_score | governance_participation | ecosystem_contribution
    term_structure | Governance Parameters | max_validators | min_validators | term_length | min_uptime | probation_period
    composition_ratios | performance_bonus_share
    Composition Guarantee | Byzantine Tolerance | No Self-Approval | Term Accountability | Compensation Cap | Graceful Degradation
    AuthorityValidator | ValidatorApplication | PerformanceRecord
    EventValidatorApproved | EventValidatorRemoved | EventTermExpired | EventCompensationDistributed`,
  'm015-contribution-weighted-rewards': `
    Reward Calculation | Stability Tier Allocation | Activity Scoring | Activity Weights | Distribution
    stability_allocation | max_stability_share | activity_pool | activity_score | Proposal submission anti-gaming
    Stability Tier Lifecycle | UNCOMMITTED | COMMITTED | MATURED | EARLY_EXIT | INACTIVE | TRACKING | DISTRIBUTING
    Revenue Constraint | Stability Cap | Activity Integrity | Sybil Resistance | No Double-Counting | Governance Override
    ActivityScore | StabilityCommitment | DistributionRecord | RewardConfig
    EventActivityRecorded | EventRewardDistributed | EventStabilityCommitted | EventStabilityMatured`,
}

describe.each(Object.entries(NAMES))('%s', (folder, names) => {
  test.each(
    names
      .split(/[|\n]/)
      .map(name => name.trim())
      .filter(Boolean),
  )('"%s" is found in its folder', name => {
    expect(found(name).filter(file => file.startsWith(`mechanisms/${folder}/`))).not.toEqual([])
  })
})

const questions = (mechanism: string, count: number) =>
  Array.from({ length: count }, (_, index) => `OQ-${mechanism}-${index + 1}`)

test.each([
  ...questions('M012', 5),
  ...questions('M013', 5),
  ...questions('M014', 5),
  ...questions('M015', 4),
  'OQ-GOV-POA-1',
])('open question %s is found, among its places the policy that answers it', question => {
  expect(found(question).some(file => file.startsWith('policy/'))).toBe(true)
})

test('a name that is not there is not found', () => {
  expect(found(['OQ', 'M012', '6'].join('-'))).toEqual([])
})
