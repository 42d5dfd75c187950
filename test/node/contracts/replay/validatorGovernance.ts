import { expect } from 'vitest'
import { type PolicyConfig, parseRatio, type Ratio, uregen } from '../../../../src/index.ts'
import * as m014 from '../../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { contracts } from '../../../support/contracts.ts'
import type { ContractTx } from '../../../support/contractTxs.ts'
import {
  type Answers,
  capitalized,
  type Json,
  nanosAt,
  nanosOf,
  points,
  text,
  timeAt,
  txsOf,
  variantOf,
} from './recorded.ts'

export function validatorGovernance(policy: PolicyConfig): Answers {
  const [first, ...rest] = txsOf(contracts.validatorGovernance)
  const { msg, sender: admin } = first as ContractTx
  const least = msg['min_per_category'] as number
  const params: m014.ValidatorParams = m014.checkParams({
    ...policy.m014,
    minValidators: msg['min_validators'] as number,
    maxValidators: msg['max_validators'] as number,
    compositionMinimum: {
      infrastructure_builders: least,
      trusted_refi_partners: least,
      ecological_data_stewards: least,
    },
  })
  const NAMES: { readonly [category in m014.Category]: string } = {
    infrastructure_builders: 'InfrastructureBuilders',
    trusted_refi_partners: 'TrustedRefiPartners',
    ecological_data_stewards: 'EcologicalDataStewards',
  }
  const set = new Map<string, m014.AuthorityValidator>()
  const due = new Map<string, bigint>()
  const reports: Json[] = []
  let fund = uregen(0n)
  let [lastPaid, lastEvaluated]: (string | null)[] = [null, null]
  const move = (address: string, to: m014.ValidatorStatus, guards: m014.Guards, at: string) => {
    const validator = set.get(address) as m014.AuthorityValidator
    set.set(address, m014.transition(validator, { to, guards, at }, params))
  }
  for (const tx of rest) {
    const [variant, args] = variantOf(tx)
    const at = timeAt(tx)
    const address = (args['validator'] ?? args['applicant'] ?? tx.sender) as string
    if (variant === 'apply_for_validator') {
      const category = m014.parseCategory(args['category'] as string)
      set.set(address, m014.candidate({ address, category, submitted: at, shown: [], streamlined: false }))
    } else if (variant === 'approve_validator') move(address, 'APPROVED', { admin: true }, at)
    else if (variant === 'activate_validator') move(address, 'ACTIVE', { admin: true }, at)
    else if (variant === 'submit_performance_report') {
      const [uptime, governanceParticipation, ecosystemContribution] = [
        'uptime_bps',
        'governance_participation_bps',
        'ecosystem_contribution_bps',
      ].map(name => ({ num: BigInt(args[name] as number), den: 10_000n })) as [Ratio, Ratio, Ratio]
      const metrics = { uptime, governanceParticipation, ecosystemContribution }
      const scored = m014.performanceScore(metrics, params)
      const period = reports.length + 1
      const status = m014.performanceStatus(uptime, params, scored.score)
      const performance = { address, period: BigInt(period), metrics, status, ...scored }
      set.set(address, { ...(set.get(address) as m014.AuthorityValidator), performance })
      lastEvaluated = nanosAt(tx)
      const { validator: _, ...measured } = args
      reports.push({
        validator_address: address,
        period,
        ...measured,
        composite_score_bps: points(scored.score as Ratio),
        recorded_at: lastEvaluated,
      })
      expect(tx.said['composite_score']).toBe(`${points(scored.score as Ratio)}`)
    } else if (variant === 'update_validator_fund') fund = uregen(fund + tx.funds)
    else if (variant === 'distribute_compensation') {
      const payout = m014.payoutOf({ balance: fund, inflow: uregen(0n), basis: params.payoutBasis })
      const { payments, paid } = m014.compensate({
        fund: payout,
        validators: [...set.values()].map(({ address, status, performance }) => ({
          address,
          status,
          score: performance?.score ?? null,
        })),
        params,
      })
      for (const { address, pay } of payments) due.set(address, (due.get(address) ?? 0n) + pay)
      fund = uregen(fund - paid)
      lastPaid = nanosAt(tx)
      expect(tx.said).toMatchObject({
        total_distributed: text(paid),
        active_validators: `${payments.length}`,
      })
    } else {
      expect(variant).toBe('initiate_probation')
      const performance = set.get(address)?.performance?.status ?? 'unknown'
      const facts = { performance, governanceConcern: false, agentReport: true, governanceMotion: false }
      move(address, 'PROBATION', m014.probationGuards(facts), at)
    }
  }
  const shown = (validator: m014.AuthorityValidator) => ({
    address: validator.address,
    category: NAMES[validator.category],
    status: capitalized(validator.status),
    term_start: nanosOf(validator.termStart),
    term_end: nanosOf(validator.termEnd),
    probation_start: nanosOf(validator.probationStart),
    performance_score_bps: points(validator.performance?.score ?? parseRatio('0')),
    compensation_due: text(due.get(validator.address) ?? 0n),
  })
  const all = [...set.values()].sort((a, b) => (a.address < b.address ? -1 : 1)).map(shown)
  const { counts, size } = m014.checkComposition([...set.values()], params)
  return {
    config: () => ({
      config: {
        admin,
        ...msg,
        term_length_seconds: 31_536_000,
        probation_period_seconds: params.probationDays * 86_400,
        min_uptime_bps: points(params.minUptime),
        performance_threshold_bps:
          params.performanceBasis.kind === 'score' ? points(params.performanceBasis.least) : null,
        uptime_weight_bps: points(params.weights['uptime'] as Ratio),
        governance_weight_bps: points(params.weights['governanceParticipation'] as Ratio),
        ecosystem_weight_bps: points(params.weights['ecosystemContribution'] as Ratio),
        base_compensation_share_bps: 10_000 - points(params.bonusShare),
        performance_bonus_share_bps: points(params.bonusShare),
      },
    }),
    active_validators: () => ({ validators: all.filter(({ status }) => status === 'Active') }),
    validators_by_status: asked => ({ validators: all.filter(({ status }) => status === asked['status']) }),
    validators_by_category: asked => ({
      validators: all.filter(({ category }) => category === asked['category']),
    }),
    validator: asked => {
      const validator = all.find(({ address }) => address === asked['address'])
      return validator && { validator }
    },
    composition_breakdown: () => ({ ...counts, total_active: size }),
    module_state: () => ({
      state: {
        validator_fund_balance: text(fund),
        total_active: size,
        last_compensation_distribution: lastPaid,
        last_performance_evaluation: lastEvaluated,
      },
    }),
    performance_record: ({ validator, period }) => {
      const record = reports.find(
        report => report['validator_address'] === validator && report['period'] === period,
      )
      return record && { record }
    },
  }
}
