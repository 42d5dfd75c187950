import { expect, test } from 'vitest'
import {
  compensate,
  M014_V0,
  type PaidValidator,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { type Ratio, ratio, sumRatios, ZERO } from '../../../src/primitives/ratio.ts'
import { formatRegen, parseRegen, sumUregen, type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'
import { anyPaid, anyPayParams } from './arbitraries.ts'

/** Whether q is the floor of num/den: asked without a division. */
const isFloor = (q: bigint, num: bigint, den: bigint) => q * den <= num && num < (q + 1n) * den

const serves = ({ status }: PaidValidator) => status === 'ACTIVE' || status === 'PROBATION'

test('base, bonus and pay are the floors of their exact values, for any fund, scores and shares', () => {
  holds(anyUregen, anyPaid, anyPayParams, (fund, validators, anyParams) => {
    const params = { ...anyParams, probationResidual: 'fund' as const }
    const { base, payments } = compensate({ fund, validators, params })
    const serving = validators.filter(serves)
    const { num, den } = params.bonusShare
    const all = sumRatios(...serving.map(({ score }) => score ?? ZERO))
    expect(payments.map(({ address }) => address)).toEqual(serving.map(({ address }) => address))
    for (const [index, { status, score }] of serving.entries()) {
      const payment = payments[index]
      const x: Ratio = score ?? ZERO
      expect(isFloor(base, fund * (den - num), den * BigInt(serving.length))).toBe(true)
      if (all.num === 0n) expect(payment?.bonus).toBe(0n)
      else
        expect(isFloor(payment?.bonus ?? -1n, fund * num * x.num * all.den, den * x.den * all.num)).toBe(true)
      const earned = base + (payment?.bonus ?? 0n)
      if (status === 'ACTIVE') expect(payment?.pay).toBe(earned)
      else
        expect(isFloor(payment?.pay ?? -1n, earned * params.probationPay.num, params.probationPay.den)).toBe(
          true,
        )
    }
  })
})

test('dust, withheld, unearned bonus and pay add up to the fund', () => {
  holds(anyUregen, anyPaid, anyPayParams, (fund, validators, params) => {
    const { payments, dust, withheld, paid, remaining } = compensate({ fund, validators, params })
    expect(paid).toBe(sumUregen(...payments.map(({ pay }) => pay)))
    expect(paid + remaining).toBe(fund)
    const serving = validators.filter(serves)
    const scored = serving.some(({ score }) => score !== null && score.num > 0n)
    if (scored) {
      expect(dust <= BigInt(2 * serving.length)).toBe(true)
      const entitled = sumUregen(...payments.flatMap(({ base, bonus }) => [base, bonus]))
      expect(entitled + dust).toBe(fund)
      if (params.probationResidual === 'fund') expect(remaining).toBe(dust + withheld)
    }
  })
})

test('bonuses are exact on 10,000 funds; floor(fund × 0.1 × score / Σ) in floats is 1 uregen low for 7 of 50,000', () => {
  const hundredths = [93, 85, 73, 60, 83]
  const total = hundredths.reduce((sum, score) => sum + score, 0)
  const floatTotal = hundredths.reduce((sum, score) => sum + score / 100, 0)
  const validators = hundredths.map((score, index) => ({
    address: `regen1v${index}`,
    status: 'ACTIVE' as const,
    score: ratio(BigInt(score), 100n),
  }))
  let low = 0
  let high = 0
  for (let fund = 50_000_000_000; fund < 50_000_010_000; fund++) {
    const { payments } = compensate({ fund: uregen(BigInt(fund)), validators, params: M014_V0 })
    for (const [index, score] of hundredths.entries()) {
      const bonus = payments[index]?.bonus ?? -1n
      if (!isFloor(bonus, BigInt(fund) * BigInt(score), 10n * BigInt(total)))
        throw new Error(`not the floor: ${fund}`)
      const float = BigInt(Math.floor((fund * 0.1 * (score / 100)) / floatTotal))
      if (float < bonus) low++
      if (float > bonus) high++
    }
  }
  expect({ low, high }).toEqual({ low: 7, high: 0 })
})

const pay = (fund: string, validators: readonly Partial<PaidValidator>[], change: object = {}) =>
  compensate({
    fund: parseRegen(fund),
    validators: validators.map((validator, index) => ({
      address: `regen1v${index}`,
      status: 'ACTIVE',
      score: ratio(1n),
      ...validator,
    })),
    params: { ...M014_V0, ...change },
  })

test('nobody serves: nothing is paid, all stays', () => {
  for (const validators of [[], [{ status: 'CANDIDATE' }, { status: 'TERM_EXPIRED' }] as const])
    expect(pay('100', validators)).toEqual({
      base: 0n,
      payments: [],
      dust: 0n,
      withheld: 0n,
      paid: 0n,
      remaining: parseRegen('100'),
      overdraw: 0n,
    })
})

test('no score at all: no bonus, and its part stays in the fund without being called dust', () => {
  const { base, payments, dust, remaining } = pay('100', [{ score: null }, { score: ZERO }, { score: null }])
  expect([formatRegen(base), dust, formatRegen(remaining)]).toEqual(['30', 0n, '10'])
  expect(payments.map(({ bonus }) => bonus)).toEqual([0n, 0n, 0n])
})

test('a validator without a score counts 0 in the sum', () => {
  const { payments } = pay('100', [{ score: ratio(1n, 2n) }, { score: null }])
  expect(payments.map(({ bonus }) => formatRegen(bonus))).toEqual(['10', '0'])
})

test('an address that is listed twice would be paid twice', () => {
  expect(() =>
    pay('100', [{ address: 'regen1a' }, { address: 'regen1a' }]),
  ).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: regen1a is listed twice. List each validator once. [VALIDATOR_TWICE]]`,
  )
})

test('ERR-M014-03: seven validators share 67,500 REGEN without exceeding it: 9,642.857142 each', () => {
  const { base, payments, paid } = pay(
    '75000',
    Array.from({ length: 7 }, () => ({})),
  )
  expect(formatRegen(base)).toBe('9642.857142')
  expect(base * 7n <= parseRegen('67500')).toBe(true)
  expect((parseRegen('9642.86') as bigint) * 7n > parseRegen('67500')).toBe(true)
  expect(payments.length).toBe(7)
  expect(paid <= parseRegen('75000')).toBe(true)
})

test('the published base, rounded to two decimals, exceeds 90 % of the fund for 21,941 of 70,000 funds; ours for none', () => {
  let exceeding = 0
  for (let fund = 1; fund <= 10_000; fund++)
    for (let n = 15; n <= 21; n++) {
      const published = Number(((fund * 0.9) / n).toFixed(2))
      if (BigInt(Math.round(published * 100)) * BigInt(n) * 10n > BigInt(fund) * 900n) exceeding++
    }
  expect(exceeding).toBe(21_941)
  for (let n = 15; n <= 21; n++) {
    const { base } = pay(
      '9999',
      Array.from({ length: n }, () => ({})),
    )
    expect((base as bigint) * BigInt(n) <= parseRegen('8999.1')).toBe(true)
  }
})

test('money is exact beyond what a double holds', () => {
  const fund = (10n ** 24n + 7n) as Uregen
  const { base } = compensate({
    fund,
    validators: [{ address: 'regen1a', status: 'ACTIVE', score: null }],
    params: { ...M014_V0, bonusShare: ZERO },
  })
  expect(base).toBe(fund)
})
