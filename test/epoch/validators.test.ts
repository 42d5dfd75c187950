import { describe, expect, test } from 'vitest'
import type { EpochState } from '../../src/epoch/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import {
  addressOf,
  economy,
  FIFTEEN,
  inputs,
  type Json,
  purchase,
  regen,
  runUnder,
  START,
} from './economy.ts'

/** M014 in a period: the fund, its pay, the escrow of the quarter, and the set. */

const [V0, V1] = FIFTEEN.map(({ address }) => address) as [string, string]
const FULL = { uptime: '1', governanceParticipation: '1', ecosystemContribution: '1' }
const metrics = Object.fromEntries(FIFTEEN.map(({ address }) => [address, FULL]))

/** 400 REGEN for the fund. */
const fees = { transactions: [purchase('100000')] }

const period = (state: EpochState, change: Json, m014: Json = {}) =>
  runUnder(state, inputs(change), parsePolicy({ m014 }))

const fundOf = ({ pools }: EpochState) => pools.validator.coins[0]?.amount ?? 0n

const NEW = addressOf(200)
const apply = (change: Json = {}): Json => ({
  address: NEW,
  category: 'trusted-refi-partner',
  submitted: '2027-01-02T00:00:00Z',
  shown: ['mission', 'participation', 'uptime'],
  ...change,
})
const VALIDATORS_YES = FIFTEEN.map(({ address }) => ({ voter: address, track: 'validators', option: 'yes' }))
const HOLDER = { voter: addressOf(9), track: 'holders', option: 'yes', weight: regen('30000000') }
const YES = [...VALIDATORS_YES, HOLDER]
const approve = (change: Json = {}): Json => ({
  address: NEW,
  to: 'APPROVED',
  at: '2027-01-03T00:00:00Z',
  votes: YES,
  seen: { noActiveConflicts: true },
  ...change,
})
const READY = { nodeOperational: true, uptimeTested: true, keyManagementAudited: true }
const activate = (change: Json = {}): Json => ({
  address: NEW,
  to: 'ACTIVE',
  at: '2027-01-04T12:00:00Z',
  seen: READY,
  ...change,
})
const BOTH_TRACKS = {
  validators: { yes: '12', eligible: '14' },
  holders: { yes: regen('40000000'), no: regen('1000000'), eligible: regen('220000000') },
}

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

  test('applications and transitions, with their events and actions', () => {
    const { state, report } = period(economy(), {
      ...fees,
      validators: { applications: [apply()], transitions: [approve(), activate()] },
    })
    expect(state.validators.at(-1)).toMatchObject({ status: 'ACTIVE', termEnd: '2028-01-04T12:00:00Z' })
    expect(report.validators.pays[0]?.compensation.payments).toHaveLength(16)
    expect(report.events).toContainEqual(
      expect.objectContaining({ type: 'EventValidatorApproved', address: NEW, at: '2027-01-03T00:00:00Z' }),
    )
    expect(report.validators.actions.map(({ action }) => action)).toEqual([
      'add to the authority set',
      'schedule the activation',
      'add to the active set',
      'begin the term and the compensation',
    ])
    const [first, last] = [0, 15].map(index => report.validators.pays[0]?.compensation.payments[index]?.base)
    expect([first, last]).toEqual([23_225_806n, 11_612_903n])
  })

  test.each<readonly [string, Json, Json, Json]>([
    ['governanceApproved', approve({ votes: [] }), apply(), {}],
    ['notByValidatorsAlone', approve({ votes: VALIDATORS_YES }), apply(), {}],
    ['notByValidatorsAlone', approve({ votes: [...VALIDATORS_YES, { ...HOLDER, voter: V0 }] }), apply(), {}],
    ['noActiveConflicts', approve({ seen: {} }), apply(), {}],
    ['meetsCompositionCriteria', approve(), apply({ shown: ['mission'] }), {}],
    ['slotAvailable', approve(), apply(), { maxValidators: 15 }],
  ])('invariant 3 and the other guards of an approval are computed: %s', (guard, step, by, m014) => {
    expect(() =>
      period(economy(), { validators: { applications: [by], transitions: [step] } }, m014),
    ).toThrow(new RegExp(`${guard}.*TRANSITION_REFUSED`))
  })

  test('the candidate’s own vote and those of strangers do not count', () => {
    const own = [
      { voter: NEW, track: 'holders', option: 'yes', weight: regen('200000000') },
      ...FIFTEEN.map((_, index) => ({ voter: addressOf(30 + index), track: 'validators', option: 'yes' })),
    ]
    expect(() =>
      period(economy(), { validators: { applications: [apply()], transitions: [approve({ votes: own })] } }),
    ).toThrow(/governanceApproved.*TRANSITION_REFUSED/)
  })

  test.each([
    ['nodeOperational', activate({ seen: { ...READY, nodeOperational: false } }), {}],
    ['uptimeTested', activate({ seen: { ...READY, uptimeTested: false } }), {}],
    ['keyManagementAudited', activate({ seen: { ...READY, keyManagementAudited: false } }), {}],
    ['bondedMinimumStake', activate({ seen: { ...READY, bonded: '999' } }), { minStake: '1000' }],
  ] as const)('an activation needs %s', (guard, step, m014) => {
    const validators = { applications: [apply()], transitions: [approve(), step] }
    expect(() => period(economy(), { validators }, m014)).toThrow(new RegExp(`${guard}.*TRANSITION_REFUSED`))
  })

  test('25 validators with max_validators 21: not any more', () => {
    const names = Array.from({ length: 10 }, (_, index) => addressOf(200 + index))
    const validators = {
      applications: names.map(address => apply({ address })),
      transitions: names.flatMap(address => [approve({ address }), activate({ address })]),
    }
    expect(() => period(economy(), { validators })).toThrow(/slotAvailable.*TRANSITION_REFUSED/)
    const six = names.slice(0, 6)
    const { state } = period(economy(), {
      validators: {
        applications: six.map(address => apply({ address })),
        transitions: six.flatMap(address => [approve({ address }), activate({ address })]),
      },
    })
    expect(state.validators).toHaveLength(21)
  })

  test('a step is within the period, and a term is not ended by hand', () => {
    for (const at of ['2020-01-01', '2040-01-01', '2027-01-08'])
      expect(() =>
        period(economy(), { validators: { applications: [apply()], transitions: [approve({ at })] } }),
      ).toThrow(/is not in the period/)
    expect(() =>
      period(economy(), { validators: { transitions: [{ address: V0, to: 'TERM_EXPIRED', at: START }] } }),
    ).toThrow(/INPUT_INVALID/)
  })

  test('PROBATION lasts 30 days, is by report or motion, and is paid by the day', () => {
    const low = { [V0]: { ...FULL, uptime: '0.9' } }
    const warn = { address: V0, to: 'PROBATION', at: '2027-01-04T12:00:00Z', seen: { agentReport: true } }
    const begun = period(economy(), { ...fees, validators: { metrics: low, transitions: [warn] } })
    expect(begun.state.validators[0]).toMatchObject({ status: 'PROBATION', probations: 1 })
    expect(begun.report.validators.actions[0]).toEqual({
      address: V0,
      at: warn.at,
      action: 'issue a warning',
    })
    const [pay] = begun.report.validators.pays[0]?.compensation.payments ?? []
    expect(pay?.pay).toBe((3n * ((pay?.base ?? 0n) + (pay?.bonus ?? 0n))) / 4n)
    const back = { address: V0, to: 'ACTIVE', at: '2027-01-09', seen: { agentConfirms: true } }
    expect(() =>
      period(begun.state, { validators: { metrics: { [V0]: FULL }, transitions: [back] } }),
    ).toThrow(/probationElapsed.*TRANSITION_REFUSED/)
    const later = { ...begun.state, time: '2027-02-05T00:00:00Z' }
    const at = '2027-02-05T00:00:00Z'
    const restored = { validators: { metrics: { [V0]: FULL }, transitions: [{ ...back, at }] } }
    expect(period(later, restored).state.validators[0]?.status).toBe('ACTIVE')
    expect(() => period(economy(), { validators: { transitions: [{ ...warn, seen: {} }] } })).toThrow(
      /TRANSITION_REFUSED/,
    )
  })

  const probation = FIFTEEN.map((validator, index) =>
    index === 0 ? { ...validator, status: 'PROBATION', probationStart: '2026-12-01' } : validator,
  )
  const remove = { address: V0, to: 'REMOVED', at: START, decided: BOTH_TRACKS }

  test('removal below the minimum escalates, or is blocked', () => {
    const { report } = period(economy({ validators: probation }), { validators: { transitions: [remove] } })
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
    expect(report.validators.actions.map(({ action }) => action)).toContain('unbond the stake')
    expect(period(economy(), {}).report.alerts.some(({ code }) => code === 'P0_ESCALATION')).toBe(false)
    for (const [guard, step, m014] of [
      ['removalPermitted', remove, { removalAtMinimum: 'block' }],
      ['removalConfirmed', { ...remove, decided: null }, {}],
      ['removalConfirmed', { ...remove, decided: { tally: BOTH_TRACKS.holders } }, {}],
      ['probationElapsed', remove, { probationDays: 40 }],
    ] as const)
      expect(() =>
        period(economy({ validators: probation }), { validators: { transitions: [step] } }, m014),
      ).toThrow(new RegExp(`${guard}.*TRANSITION_REFUSED`))
  })

  const endingAt = (termEnd: string) =>
    economy({
      validators: FIFTEEN.map((validator, index) => (index === 0 ? { ...validator, termEnd } : validator)),
    })

  test('a term that ends in the period is paid until its end, and is then over; a decision is due', () => {
    const { state, report } = period(endingAt('2027-01-04T12:00:00Z'), fees)
    expect(report.validators.pays[0]?.compensation.payments.map(({ base }) => base).slice(0, 2)).toEqual([
      12_413_793n,
      24_827_586n,
    ])
    expect(state.validators[0]?.status).toBe('TERM_EXPIRED')
    expect(report.alerts).toContainEqual({ code: 'DECISION_DUE', address: V0, decision: 're-apply-or-leave' })
  })

  test('invariant 4, Term Accountability: a term that ended before the period is not paid', () => {
    const { state, report } = period(endingAt('2026-01-01T00:00:00Z'), fees)
    expect(report.validators.pays[0]?.compensation.payments).toHaveLength(14)
    expect(state.validators[0]?.status).toBe('TERM_EXPIRED')
    expect(report.events).toContainEqual(expect.objectContaining({ type: 'EventTermExpired', address: V0 }))
  })

  test('an early exit is paid its base for the time it served, and no bonus of the quarter', () => {
    const exits = [{ address: V0, notice: '2026-12-01' }]
    const { state, report } = period(economy(), { ...fees, validators: { metrics, exits } })
    expect(report.validators.pays[0]?.compensation.payments[0]).toMatchObject({
      base: 24_000_000n,
      bonus: 0n,
    })
    expect(state.escrow['uregen']?.some(({ address }) => address === V0)).toBe(false)
    const half = [{ address: V0, notice: '2026-12-01', at: '2027-01-04T12:00:00Z' }]
    const early = period(economy(), { ...fees, validators: { exits: half } }).report
    expect(early.validators.pays[0]?.compensation.payments[0]?.base).toBe(12_413_793n)
  })

  test('an exit in a period that spans the end of a quarter forfeits the quarter that ends', () => {
    const start = economy({
      time: '2027-03-29T00:00:00Z',
      escrow: { uregen: [{ address: V0, quarter: '2027-Q1', amount: '5000000' }] },
    })
    const { state, report } = period(start, {
      validators: { exits: [{ address: V0, notice: '2027-01-01' }] },
    })
    expect(fundOf(state)).toBe(5_000_000n)
    expect(report.validators.pays[0]?.released).toBe(0n)
    expect(report.alerts).toContainEqual({ code: 'COMPENSATION_REVIEW_DUE', quarter: '2027-Q1' })
  })

  test('a new term needs an application and a decision; a good record shortens the form', () => {
    const met = { address: V0, period: '0', metrics: {}, status: 'met', score: null, confidence: '0' }
    const expired = FIFTEEN.map((validator, index) =>
      index === 0
        ? { ...validator, status: 'TERM_EXPIRED', termEnd: '2026-12-01', performance: met }
        : validator,
    )
    const again = apply({ address: V0, category: 'infrastructure_builders', shown: [] })
    const { state } = period(economy({ validators: expired }), { validators: { applications: [again] } })
    expect(state.validators[0]).toMatchObject({ status: 'CANDIDATE', application: { streamlined: true } })
    const seated = period(economy({ validators: expired }), {
      validators: {
        applications: [again],
        transitions: [approve({ address: V0 }), activate({ address: V0 })],
      },
    })
    expect(seated.state.validators[0]).toMatchObject({ status: 'ACTIVE', termEnd: '2028-01-04T12:00:00Z' })
    expect(() =>
      period(economy({ validators: expired }), { validators: { transitions: [activate({ address: V0 })] } }),
    ).toThrow(/TRANSITION_REFUSED/)
  })

  test('uptime below the minimum is reported, and a metric that nothing weighs is named', () => {
    const { report } = period(economy(), {
      validators: { metrics: { [V0]: { uptime: '0.99' }, [V1]: { upTime: '1' } } },
    })
    expect(report.alerts).toContainEqual({
      code: 'PROBATION_RECOMMENDED',
      address: V0,
      uptime: { num: 99n, den: 100n },
      minUptime: { num: 199n, den: 200n },
    })
    expect(report.alerts).toContainEqual({ code: 'METRIC_IGNORED', address: V1, metric: 'upTime' })
  })

  test('the first validators: incumbents, or by a vote', () => {
    const seed = { by: 'vote', validators: [{ address: NEW, category: 'data steward' }] }
    const none = economy({ validators: [] })
    const tally = { yes: regen('100000000'), eligible: regen('200000000') }
    expect(() => period(none, { validators: { seed } }, { seedBy: 'vote' })).toThrow(/TRANSITION_REFUSED/)
    expect(() => period(none, { validators: { seed: { ...seed, decided: { tally } } } })).toThrow(/seedBy/)
    const { state } = period(
      none,
      { validators: { seed: { ...seed, decided: { tally } } } },
      { seedBy: 'vote' },
    )
    expect(state.validators).toMatchObject([{ status: 'APPROVED', category: 'ecological_data_stewards' }])
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
      { transitions: [{ address: stranger, to: 'ACTIVE', at: START }] },
    ])
      expect(() => period(economy(), { validators })).toThrow(/\[VALIDATOR_UNKNOWN\]/)
    const again = { address: V0, category: 'trusted_refi_partners', submitted: START }
    expect(() => period(economy(), { validators: { applications: [again] } })).toThrow(/\[VALIDATOR_TWICE\]/)
  })

  test('OQ-M012-5 validator-participation: the multiplier reads the set', () => {
    const rate = runUnder(
      economy(),
      inputs(),
      parsePolicy({ m012: { multiplier: 'validator-participation' } }),
    ).report.supply.record?.rate
    expect(rate).toEqual({ num: 6n, den: 175n })
  })
})
