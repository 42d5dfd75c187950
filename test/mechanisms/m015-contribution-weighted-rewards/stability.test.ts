import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StabilityCommitment } from '../../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { M015_V0 } from '../../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { periodsOfMonths } from '../../../src/mechanisms/m015-contribution-weighted-rewards/periodLength.ts'
import { admit } from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/admission.ts'
import {
  commit,
  exitEarly,
  isRunning,
  mature,
  requestCommitment,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import {
  accrue,
  allocateStability,
  fundProRata,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { formatRatio, sumRatios } from '../../../src/primitives/ratio.ts'
import { sumUregen, type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'
import {
  ALICE,
  anyCommitment,
  anyCommitments,
  anyParams,
  BOB,
  commitmentOf,
  fraction,
  regen,
  withParams,
} from './arbitraries.ts'
import { publishedAccrual } from './published.ts'

const everyoneAt = (amount: string, change: Partial<StabilityCommitment> = {}) =>
  commitmentOf(regen(amount), 0, change)

test('accrual is the exact floor of the whole time, q·den ≤ commit·rate·k < (q + 1)·den', () => {
  holds(anyCommitment, fc.nat({ max: 120 }), anyParams, ({ amount, rate }, k, params) => {
    const q: bigint = accrue({ amount, rate }, k, params)
    const [num, den] = [amount * rate.num * BigInt(k), rate.den * BigInt(params.periodsPerYear)]
    expect(q * den <= num && num < (q + 1n) * den).toBe(true)
    expect(accrue({ amount, rate }, k + 1, params) >= q).toBe(true)
  })
})

test('funded period by period, a commitment gets exactly its accrual, not the sum of rounded periods', () => {
  let [committed] = [commitmentOf(regen('100'))]
  for (let period = 0; period < 26; period++)
    [committed] = allocateStability({ committed: [committed], inflow: regen('1000'), params: M015_V0 })
      .commitments as [StabilityCommitment]
  expect([committed.periods, committed.promised, committed.funded]).toEqual([26, 3_000_000n, 3_000_000n])
  expect(26n * accrue(committed, 1, M015_V0)).toBe(2_999_984n)
})

test('the published floating-point accrual of one period is exact: 0 of 20,000 amounts differ', () => {
  const differ = Array.from({ length: 20_000 }, (_, n) => 100_000_000 + n * 7919).filter(
    amount =>
      accrue({ amount: uregen(BigInt(amount)), rate: fraction('0.06') }, 1, M015_V0) !==
      BigInt(publishedAccrual(amount, 0.06, 52)),
  )
  expect(differ.length).toBe(0)
})

test('short funds are shared pro rata: each gets its exact floor or one more, the earliest first, and never more than is due', () => {
  const anyDues = fc.array(anyUregen, { maxLength: 10 })
  holds(anyDues, anyUregen, (dues, any) => {
    const total = sumUregen(...dues)
    const available = (total === 0n ? any : any % (total + 1n)) as Uregen
    const funds = fundProRata(dues, available)
    const extra = funds.map((fund, index) => fund - (available * (dues[index] ?? 0n)) / (total || 1n))
    if (available < total) {
      expect(sumUregen(...funds)).toBe(available)
      expect(extra.every(more => more === 0n || more === 1n)).toBe(true)
      expect(extra.filter((_, index) => dues[index] !== 0n).join('')).toMatch(/^1*0*$/)
    } else expect(funds).toEqual(dues)
    for (const [index, due] of dues.entries()) expect((funds[index] ?? 0n) <= due).toBe(true)
  })
  expect(fundProRata([0n, 1n, 1n, 1n] as Uregen[], 2n as Uregen)).toEqual([0n, 1n, 1n, 0n])
})

test('only commitments whose lock is running are promised and funded; the others stay as they are', () => {
  holds(anyCommitments, anyUregen, anyParams, (committed, inflow, any) => {
    const params = { ...any, accrual: 'per-commitment', accrualEnd: 'maturity' } as const
    const { commitments, due } = allocateStability({ committed, inflow, params })
    let sum = 0n
    for (const [index, before] of committed.entries()) {
      const after = commitments[index]
      if (!isRunning(before)) {
        expect(after).toBe(before)
        continue
      }
      const promise = accrue(before, before.periods + 1, params) - accrue(before, before.periods, params)
      sum += promise + (params.arrears === 'carry' ? before.promised - before.funded : 0n)
      expect([after?.periods, after?.promised]).toEqual([before.periods + 1, before.promised + promise])
    }
    expect(due).toBe(sum)
  })
})

test('admission: the admitted fit the reference, all before them were admitted, and the next would not have fitted', () => {
  const anyInflows = fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n }).map(uregen), { maxLength: 6 })
  holds(anyCommitments, anyInflows, anyParams, (commitments, inflows, any) => {
    const params = { ...any, queueFill: 'whole', capReference: 'last', stabilityCapBase: 'inflow' } as const
    const after = admit({ commitments, inflows, params })
    expect(after.length).toBe(commitments.length)
    const yearly = (list: readonly StabilityCommitment[]) =>
      sumRatios(...list.map(({ amount, rate }) => ({ num: amount * rate.num, den: rate.den })))
    const { maxStabilityShare: cap, autoShare: auto } = params
    const share = cap.num * auto.den < auto.num * cap.den ? cap : auto
    const limit = (inflows.at(-1) ?? 0n) * share.num * BigInt(params.periodsPerYear)
    const fits = (list: readonly StabilityCommitment[]) => {
      const { num, den } = yearly(list)
      return num * share.den <= limit * den
    }
    const isNew = (_: StabilityCommitment, index: number) =>
      commitments[index]?.state === 'UNCOMMITTED' && after[index]?.state === 'COMMITTED'
    const admitted = after.filter(isNew)
    if (admitted.length > 0) expect(fits(after.filter(isRunning))).toBe(true)
    const waiting = after.filter(({ state }) => state === 'UNCOMMITTED')
    const [head] = waiting
    if (head) expect(fits([...after.filter(isRunning), commit(head, params)])).toBe(false)
    const lastAdmitted = after.findLastIndex(isNew)
    expect(after.slice(0, Math.max(lastAdmitted, 0)).some(({ state }) => state === 'UNCOMMITTED')).toBe(false)
    for (const { rate, state, lockPeriods, lockMonths } of admitted) {
      expect([rate, state]).toEqual([params.stabilityRate, 'COMMITTED'])
      expect(lockPeriods).toBe(periodsOfMonths(lockMonths, params))
    }
  })
})

test('admission in part: the most that fits is admitted, the rest waits first in the queue', () => {
  const params = withParams({ queueFill: 'partial', autoShare: fraction('1') })
  const queue = [
    requestCommitment({ id: 'a', holder: ALICE, amount: regen('1000'), lockMonths: 6 }, params),
    requestCommitment({ id: 'b', holder: BOB, amount: regen('100'), lockMonths: 6 }, params),
  ]
  const admitted = admit({ commitments: queue, inflows: [regen('3')], params })
  expect(admitted.map(({ id, state, amount }) => [id, state, amount])).toEqual([
    ['a', 'COMMITTED', regen('780')],
    ['a+', 'UNCOMMITTED', regen('220')],
    ['b', 'UNCOMMITTED', regen('100')],
  ])
  const later = admit({ commitments: admitted, inflows: [regen('3'), regen('30')], params })
  expect(later.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'COMMITTED'],
    ['a+', 'COMMITTED'],
    ['b', 'COMMITTED'],
  ])
  expect(sumUregen(...later.map(({ amount }) => amount))).toBe(regen('1100'))
})

test('admission in part admits nothing when less than the minimum commitment fits', () => {
  const params = withParams({ queueFill: 'partial' })
  const queue = [everyoneAt('1000', { state: 'UNCOMMITTED' })]
  expect(admit({ commitments: queue, inflows: [regen('0.38')], params })).toEqual(queue)
  expect(admit({ commitments: queue, inflows: [regen('0.385')], params })).toHaveLength(2)
  expect(admit({ commitments: queue, inflows: [], params })).toEqual(queue)
})

test('admission of a tier that is already above its cap stops, without a negative room', () => {
  const params = withParams({ queueFill: 'partial' })
  const list = [everyoneAt('1000000'), everyoneAt('100', { state: 'UNCOMMITTED' })]
  expect(admit({ commitments: list, inflows: [regen('1')], params })).toEqual(list)
})

test('UNCOMMITTED → COMMITTED → MATURED | EARLY_EXIT, and no other way', () => {
  const request = requestCommitment({ id: 'c', holder: ALICE, amount: regen('100'), lockMonths: 6 }, M015_V0)
  expect([request.state, request.periods, request.promised, request.funded]).toEqual([
    'UNCOMMITTED',
    0,
    0n,
    0n,
  ])
  const committed = commit(request, M015_V0)
  expect([committed.state, formatRatio(committed.rate), committed.lockPeriods]).toEqual([
    'COMMITTED',
    '0.06',
    26,
  ])
  const over = { ...committed, periods: 26 }
  expect(mature(over).commitment.state).toBe('MATURED')
  expect(exitEarly(committed, M015_V0).commitment.state).toBe('EARLY_EXIT')
  for (const wrong of [
    () => commit(committed, M015_V0),
    () => mature(request),
    () => mature(committed),
    () => mature({ ...committed, periods: 25 }),
    () => mature(mature(over).commitment),
    () => exitEarly(request, M015_V0),
    () => exitEarly(over, M015_V0),
    () => exitEarly(exitEarly(committed, M015_V0).commitment, M015_V0),
    () => commit(mature(over).commitment, M015_V0),
  ])
    expect(wrong).toThrow('[COMMITMENT_STATE]')
  expect(() => mature(committed)).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: Commitment c, COMMITTED for 0 of 26 periods, cannot become MATURED. It is COMMITTED on admission, MATURED when the lock is over, EARLY_EXIT before. [COMMITMENT_STATE]]`,
  )
})

test.each([
  ['99.999999', 6],
  ['100', 5],
  ['100', 25],
  ['100', 6.5],
  ['100', Number.NaN],
])('%s REGEN for %s months is refused', (amount, lockMonths) => {
  const ask = () => requestCommitment({ id: 'c', holder: ALICE, amount: regen(amount), lockMonths }, M015_V0)
  expect(ask).toThrow('[COMMITMENT_REFUSED]')
})

test('the refusal names the bounds', () => {
  expect(() =>
    requestCommitment({ id: 'c', holder: ALICE, amount: regen('1'), lockMonths: 1 }, M015_V0),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: 1000000 uregen for 1 months is not 100000000 or more for 6 to 24. Commit within these bounds, for whole months. [COMMITMENT_REFUSED]]`,
  )
})

test('maturity pays the principal and all that was funded; early exit the principal and what the penalty leaves', () => {
  holds(anyCommitment, anyParams, (any, params) => {
    const commitment = { ...any, state: 'COMMITTED' as const }
    const ended = isRunning(commitment) ? exitEarly(commitment, params) : mature(commitment)
    const { principal, reward, forfeited } = ended
    expect(principal).toBe(commitment.amount)
    expect(reward + forfeited).toBe(commitment.funded)
    const { num, den } = isRunning(commitment) ? params.earlyExitPenalty : { num: 0n, den: 1n }
    expect(forfeited * den <= commitment.funded * num).toBe(true)
    expect(commitment.funded * num < (forfeited + 1n) * den).toBe(true)
  })
})
