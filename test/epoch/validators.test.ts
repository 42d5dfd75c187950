import { describe, expect, test } from 'vitest'
import { type EpochState, runEpoch } from '../../src/epoch/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { addressOf, economy, FIFTEEN, inputs, type Json, purchase, START } from './economy.ts'

/** M014 in a period: the fund, its pay, the escrow of the quarter, and the set. */

const [V0, V1] = FIFTEEN.map(({ address }) => address) as [string, string]
const FULL = { uptime: '1', governanceParticipation: '1', ecosystemContribution: '1' }
const metrics = Object.fromEntries(FIFTEEN.map(({ address }) => [address, FULL]))

/** 400 REGEN for the fund. */
const fees = { transactions: [purchase('100000')] }

const period = (state: EpochState, change: Json, m014: Json = {}) =>
  runEpoch(state, inputs(change), parsePolicy({ m014 }))

const fundOf = ({ pools }: EpochState) => pools.validator.coins[0]?.amount ?? 0n

describe('compensation', () => {
  test('90 % equal, 10 % by score into the escrow of the quarter; dust stays in the fund', () => {
    const { state, report } = period(economy(), { ...fees, validators: { metrics } })
    const [pay] = report.validators.pays
    expect(pay).toMatchObject({
      payout: 400_000_000n,
      compensation: { base: 24_000_000n, paid: 399_999_990n, dust: 10n },
    })
    expect(fundOf(state)).toBe(10n)
    expect(state.escrow['uregen']).toHaveLength(15)
    expect(state.escrow['uregen']?.[0]).toEqual({ address: V0, quarter: '2027-Q1', amount: 2_666_666n })
    expect(report.events).toContainEqual(
      expect.objectContaining({
        type: 'EventCompensationDistributed',
        fund: 400_000_000n,
        paid: 399_999_990n,
      }),
    )
  })

  test('without metrics there is no bonus, and its part stays in the fund', () => {
    const { state } = period(economy(), fees)
    expect(fundOf(state)).toBe(40_000_000n)
    expect(state.escrow).toEqual({})
    expect(fundOf(period(economy(), fees, { nullMetric: 'one' }).state)).toBe(10n)
  })

  test('the bonus is released when its quarter is over', () => {
    const escrow = { uregen: [{ address: V0, quarter: '2026-Q4', amount: '500' }] }
    const { state, report } = period(economy({ escrow }), {})
    expect(report.validators.pays[0]?.released).toBe(500n)
    expect(state.escrow).toEqual({})
    const last = economy({ time: '2027-03-26T00:00:00Z' })
    const { report: quarter } = period(last, {
      transactions: [purchase('100000', { time: '2027-03-27' })],
      validators: { metrics },
    })
    expect(quarter.validators.pays[0]?.released).toBe(15n * 2_666_666n)
  })

  test('nobody serves: everything waits in the fund, and it is said', () => {
    const { state, report } = period(economy({ validators: [] }), fees)
    expect(fundOf(state)).toBe(400_000_000n)
    expect(report.alerts).toContainEqual({ code: 'NO_VALIDATORS', waiting: 400_000_000n })
    const later = period({ ...state, time: START }, fees, { payoutBasis: { kind: 'balance' } })
    expect(fundOf(later.state)).toBe(800_000_000n)
  })

  test('payoutBasis: the inflow, the balance, or a part of it', () => {
    const start = economy({ pools: { validator: { coins: [{ denom: 'uregen', amount: '600000000' }] } } })
    const payout = (payoutBasis: Json) =>
      period(start, fees, { payoutBasis }).report.validators.pays[0]?.payout
    expect(payout({ kind: 'period-inflow' })).toBe(400_000_000n)
    expect(payout({ kind: 'balance' })).toBe(1_000_000_000n)
    expect(payout({ kind: 'balance/N', periods: 4 })).toBe(250_000_000n)
  })

  test('PROBATION is paid a half; the other half stays, or goes to those who are ACTIVE', () => {
    const validators = FIFTEEN.map((validator, index) =>
      index === 0 ? { ...validator, status: 'PROBATION' } : validator,
    )
    const pays = (m014: Json) =>
      period(economy({ validators }), fees, m014).report.validators.pays[0]?.compensation.payments.map(
        ({ pay }) => pay,
      )
    expect(pays({})?.slice(0, 2)).toEqual([12_000_000n, 24_000_000n])
    expect(pays({ probationResidual: 'redistribute' })?.slice(0, 2)).toEqual([12_000_000n, 24_857_142n])
  })

  test('invariant 5, Compensation Cap: what `literal` promises beyond the fund is cut, and said', () => {
    const { state, report } = period(
      economy(),
      { ...fees, validators: { metrics } },
      { compensationModel: 'literal' },
    )
    const paid = report.validators.pays[0]?.compensation.paid ?? 0n
    expect(paid <= 400_000_000n && paid > 399_999_900n).toBe(true)
    expect(fundOf(state)).toBe(400_000_000n - paid)
    expect(report.alerts.find(({ code }) => code === 'COMPENSATION_OVERDRAWN')).toMatchObject({
      fund: 400_000_000n,
    })
  })
})

describe('the set', () => {
  test('an early exit needs 30 days of notice, ends the term, and gives the bonus of the quarter back to the fund', () => {
    const start = economy({
      escrow: {
        uregen: [
          { address: V0, quarter: '2027-Q1', amount: '700' },
          { address: V1, quarter: '2027-Q1', amount: '30' },
        ],
      },
    })
    const exits = [{ address: V0, notice: '2026-12-09' }]
    const { state, report } = period(start, { validators: { exits } })
    expect(state.validators[0]).toMatchObject({ status: 'TERM_EXPIRED', termEnd: '2027-01-08T00:00:00Z' })
    expect(fundOf(state)).toBe(700n)
    expect(state.escrow['uregen']).toEqual([{ address: V1, quarter: '2027-Q1', amount: 30n }])
    expect(report.events).toContainEqual(expect.objectContaining({ type: 'EventTermExpired', address: V0 }))
    for (const notice of ['2026-12-10', null])
      expect(() => period(start, { validators: { exits: [{ address: V0, notice }] } })).toThrow(
        /noticeGiven.*\[TRANSITION_REFUSED\]/,
      )
  })

  test('applications and transitions, with their events; a transition whose guards fail is refused', () => {
    const candidate = addressOf(200)
    const at = '2027-01-03T00:00:00Z'
    const approve = { address: candidate, to: 'APPROVED', guards: { slotAvailable: true }, at }
    const activate = { address: candidate, to: 'ACTIVE', guards: { uptimeTested: true }, at }
    const apply = { address: candidate, category: 'trusted_refi_partners', submitted: at }
    const { state, report } = period(economy(), {
      ...fees,
      validators: { applications: [apply], transitions: [approve, activate] },
    })
    expect(state.validators.at(-1)).toMatchObject({ status: 'ACTIVE', termEnd: '2028-01-03T00:00:00Z' })
    expect(report.validators.pays[0]?.compensation.payments).toHaveLength(16)
    expect(
      period(economy(), { validators: { applications: [apply], transitions: [approve] } }).report.events,
    ).toContainEqual(expect.objectContaining({ type: 'EventValidatorApproved', address: candidate }))
    const refused = { ...approve, guards: { slotAvailable: false } }
    expect(() =>
      period(economy(), { validators: { applications: [apply], transitions: [refused] } }),
    ).toThrow(/TRANSITION_REFUSED/)
  })

  test('removal below the minimum escalates', () => {
    const probation = FIFTEEN.map((validator, index) =>
      index === 0 ? { ...validator, status: 'PROBATION', probationStart: START } : validator,
    )
    const transitions = [{ address: V0, to: 'REMOVED', guards: { removalConfirmed: true }, at: START }]
    const { report } = period(economy({ validators: probation }), { validators: { transitions } })
    expect(report.alerts).toContainEqual({
      code: 'P0_ESCALATION',
      reasons: ['min_validators', 'infrastructure_builders'],
    })
    expect(report.events).toContainEqual(
      expect.objectContaining({
        type: 'EventValidatorRemoved',
        escalation: expect.objectContaining({ level: 'P0' }),
      }),
    )
    expect(period(economy(), {}).report.alerts.some(({ code }) => code === 'P0_ESCALATION')).toBe(false)
  })

  test('a term that ends in the period is paid for it and then over; a decision is due', () => {
    const validators = FIFTEEN.map((validator, index) =>
      index === 0 ? { ...validator, termEnd: '2027-01-05T00:00:00Z' } : validator,
    )
    const { state, report } = period(economy({ validators }), fees)
    expect(report.validators.pays[0]?.compensation.payments).toHaveLength(15)
    expect(state.validators[0]?.status).toBe('TERM_EXPIRED')
    expect(report.alerts).toContainEqual({ code: 'DECISION_DUE', address: V0, decision: 're-apply-or-leave' })
  })

  test('performance is recorded with its status and confidence', () => {
    const measured = { [V0]: { uptime: '0.9949', governanceParticipation: null } }
    const { state, report } = period(economy(), { validators: { metrics: measured } })
    expect(report.validators.performance).toMatchObject([
      { address: V0, period: 0n, status: 'below', confidence: { num: 33n, den: 100n } },
    ])
    expect(state.validators[0]?.performance).toEqual(report.validators.performance[0])
  })

  test('who is not there, or there already, is an error', () => {
    const stranger = addressOf(250)
    for (const validators of [
      { metrics: { [stranger]: {} } },
      { exits: [{ address: stranger }] },
      { transitions: [{ address: stranger, to: 'ACTIVE', guards: {}, at: START }] },
    ])
      expect(() => period(economy(), { validators })).toThrow(/\[VALIDATOR_UNKNOWN\]/)
    const again = { address: V0, category: 'trusted_refi_partners', submitted: START }
    expect(() => period(economy(), { validators: { applications: [again] } })).toThrow(/\[VALIDATOR_TWICE\]/)
  })

  test('OQ-M012-5 validator-participation: the multiplier reads the set', () => {
    const rate = runEpoch(
      economy(),
      inputs(),
      parsePolicy({ m012: { multiplier: 'validator-participation' } }),
    ).report.supply.record?.rate
    expect(rate).toEqual({ num: 6n, den: 175n })
  })
})
