import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SharedLimit } from '../../../src/mechanisms/regen-value-redistribution/index.ts'
import { exactly } from '../../../src/mechanisms/regen-value-redistribution/shares/bounds.ts'
import {
  apportion,
  type Weighted,
} from '../../../src/mechanisms/regen-value-redistribution/shares/largestRemainder.ts'
import { payInFull } from '../../../src/mechanisms/regen-value-redistribution/shares/payInFull.ts'
import {
  type ShareRules,
  shareOut,
} from '../../../src/mechanisms/regen-value-redistribution/shares/shareOut.ts'
import {
  addRatio,
  compareRatios,
  floor,
  minRatio,
  mulRatio,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../../src/primitives/ratio.ts'
import { holds } from '../../support/arbitraries.ts'

/** Limits that several projects of a round share: what they get together, whatever the weights, caps and minimum. */

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

const small = fc.bigInt({ min: 0n, max: 40n })
const anyAmount = fc.oneof(small, small, fc.bigInt({ min: 0n, max: 10n ** 12n }))
/** Everything that one division depends on; each project is in one of three limits, or in none. */
const anyCase = fc.record({
  budget: fc.oneof(fc.bigInt({ min: 1n, max: 100n }), fc.bigInt({ min: 1n, max: 10n ** 13n })),
  weights: fc.array(anyAmount, { minLength: 7, maxLength: 7 }),
  group: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
  mosts: fc.array(anyAmount, { minLength: 3, maxLength: 3 }),
  cap: fc.option(anyAmount, { nil: null }),
  own: fc.dictionary(fc.constantFrom(...NAMES), anyAmount, { maxKeys: 3 }),
  minimum: fc.constantFrom<bigint[]>(0n, 0n, 0n, 1n, 5n, 20n),
  dust: fc.constantFrom('largest-remainder' as const, 'pool' as const),
})
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never

const limitsOf = ({ group, mosts }: Case): readonly SharedLimit[] =>
  mosts.map((most, index) => ({
    name: `s${index}`,
    projects: NAMES.filter((_, i) => group[i] === index),
    most,
  }))
const partiesOf = ({ weights }: Case) =>
  NAMES.map((name, index) => ({ name, weight: exactly(weights[index] ?? 0n) }))
const rulesOf = (given: Case): ShareRules => ({ ...given, shared: limitsOf(given) })
const divide = (given: Case) => shareOut(given.budget, partiesOf(given), rulesOf(given))
const inFull = (given: Case) => payInFull(partiesOf(given), 1n, 10n ** 14n, rulesOf(given))
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
const together = (parts: readonly { name: string; amount: bigint }[], projects: readonly string[]) =>
  sum(parts.filter(({ name }) => projects.includes(name)).map(({ amount }) => amount))

describe('several limits over one budget', () => {
  test('no limit is exceeded, no project has more than its own, nothing is negative, Σ parts + dust = budget', () => {
    holds(anyCase, given => {
      for (const { parts, dust } of [divide(given), inFull(given)]) {
        for (const { projects, most } of limitsOf(given)) expect(together(parts, projects) <= most).toBe(true)
        for (const { name, amount } of parts) {
          const mosts = [given.cap, given.own[name] ?? null].filter(most => most !== null)
          expect(amount >= 0n && mosts.every(most => amount <= most)).toBe(true)
        }
        expect(dust >= 0n).toBe(true)
      }
      expect(sum(divide(given).parts.map(({ amount }) => amount)) + divide(given).dust).toBe(given.budget)
    })
  })

  test('everybody has nothing or at least the minimum, also whom a limit keeps below it', () => {
    holds(anyCase, given => {
      for (const { amount } of divide(given).parts)
        expect(amount === 0n || amount >= given.minimum).toBe(true)
    })
  })

  test('the parts are the floors of the levels, found here by their breakpoints', () => {
    holds(anyCase, any => {
      const given = { ...any, minimum: 0n, dust: 'pool' as const }
      expect(divide(given).parts.map(({ amount }) => amount)).toEqual(levels(given))
    })
  })

  test('the budget is used up, unless all who take part are at a limit', () => {
    holds(anyCase, any => {
      const given = { ...any, dust: 'largest-remainder' as const }
      const { parts, dust } = divide(given)
      if (dust === 0n) return
      for (const [index, { name, amount }] of parts.entries()) {
        const limit = limitsOf(given).find(({ projects }) => projects.includes(name))
        const isAtLimit =
          [given.cap, given.own[name] ?? null].includes(amount) ||
          (limit !== undefined && together(parts, limit.projects) === limit.most)
        const takesPart = given.weights[index] !== 0n && (amount > 0n || given.minimum === 0n)
        expect(isAtLimit || !takesPart).toBe(true)
      }
    })
  })

  test('the order of projects, of limits and of the projects of a limit changes nothing', () => {
    holds(anyCase, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (given, order) => {
      const turned = <T>(list: readonly T[]) =>
        order.flatMap(index => (index < list.length ? [list[index] as T] : []))
      const shared = turned(limitsOf(given)).map(limit => ({
        ...limit,
        projects: limit.projects.toReversed(),
      }))
      const rules = { ...rulesOf(given), shared }
      const byName = (parts: readonly { name: string; amount: bigint }[]) =>
        Object.fromEntries(parts.map(({ name, amount }) => [name, amount]))
      const again = shareOut(given.budget, turned(partiesOf(given)), rules)
      expect(byName(again.parts)).toEqual(byName(divide(given).parts))
      const inFullAgain = payInFull(turned(partiesOf(given)), 1n, 10n ** 14n, rules)
      expect(byName(inFullAgain.parts)).toEqual(byName(inFull(given).parts))
    })
  })

  test('without shared limits every part and every pass is what the method was without them', () => {
    holds(anyCase, given => {
      const mosts = [given.cap, ...Object.values(given.own)].filter(most => most !== null)
      // Whom a cap keeps below the minimum got the cap, against the rule.
      const least = mosts.reduce((low, most) => (most > 0n && most < low ? most : low), given.minimum)
      const rules = { ...given, minimum: least, shared: undefined }
      const { parts, dust, steps, full } = shareOut(given.budget, partiesOf(given), rules)
      expect(full).toEqual([])
      expect({ parts, dust, steps: steps.map(({ full, ...step }) => step) }).toEqual(
        simple(given.budget, partiesOf(given), rules),
      )
    })
  })

  test('a limit beyond what its projects get anyway changes nothing', () => {
    holds(anyCase, any => {
      // With a minimum it may bind before others leave below it.
      const given = { ...any, minimum: 0n }
      const free = shareOut(given.budget, partiesOf(given), { ...given, shared: [] })
      const shared = limitsOf(given).map(limit => ({
        ...limit,
        most: together(free.parts, limit.projects) + BigInt(limit.projects.length),
      }))
      expect(shareOut(given.budget, partiesOf(given), { ...given, shared })).toEqual(free)
    })
  })

  test('a limit of one project is a limit of its own', () => {
    holds(anyCase, any => {
      const given = { ...any, own: {} }
      const own = Object.fromEntries(NAMES.map((name, index) => [name, given.weights[6 - index] ?? 0n]))
      const shared = NAMES.map(name => ({ name, projects: [name], most: own[name] ?? 0n }))
      const [alone, together] = [{ own }, { shared }].map(
        more => shareOut(given.budget, partiesOf(given), { ...given, ...more }).parts,
      )
      expect(together).toEqual(alone)
    })
  })

  test('monotone: a higher limit never lowers what its projects get, but for the units of rounding', () => {
    holds(anyCase, anyAmount, (any, more) => {
      const given = { ...any, minimum: 0n }
      const shared = limitsOf(given)
      const higher = shared.map((limit, index) =>
        index === 0 ? { ...limit, most: limit.most + more } : limit,
      )
      const gets = (dust: ShareRules['dust'], shared: readonly SharedLimit[]) =>
        shareOut(given.budget, partiesOf(given), { ...given, dust, shared }).parts
      const members = shared[0]?.projects ?? []
      const [before, after] = [gets('pool', shared), gets('pool', higher)]
      for (const [index, { name, amount }] of before.entries()) {
        const now = after[index]?.amount ?? 0n
        expect(members.includes(name) ? now >= amount : now <= amount).toBe(true)
      }
      const [lower, raised] = [shared, higher].map(limits =>
        together(gets('largest-remainder', limits), members),
      )
      expect((raised ?? 0n) + BigInt(members.length) >= (lower ?? 0n)).toBe(true)
      const [full, fuller] = [shared, higher].map(limits =>
        together(
          payInFull(partiesOf(given), 1n, 10n ** 14n, {
            ...rulesOf(given),
            dust: 'largest-remainder',
            shared: limits,
          }).parts,
          members,
        ),
      )
      expect((fuller ?? 0n) >= (full ?? 0n)).toBe(true)
    })
  })

  test('a project that is split in two gets no more where the limit binds', () => {
    holds(anyCase, fc.nat(100), (any, percent) => {
      const given = { ...any, cap: null, own: {}, minimum: 0n, dust: 'largest-remainder' as const }
      const [first] = limitsOf(given)
      const victim = first?.projects[0]
      if (first === undefined || victim === undefined) return
      const parties = partiesOf(given)
      const weight = parties.find(({ name }) => name === victim)?.weight.lo ?? 0n
      const piece = (weight * BigInt(percent)) / 100n
      const split = parties
        .map(party => (party.name === victim ? { name: victim, weight: exactly(weight - piece) } : party))
        .concat({ name: 'split off', weight: exactly(piece) })
      const shared = limitsOf(given).map(limit =>
        limit.name === first.name ? { ...limit, projects: [...limit.projects, 'split off'] } : limit,
      )
      const whole = divide(given)
      const [before, after] = [
        together(whole.parts, first.projects),
        together(shareOut(given.budget, split, { ...given, shared }).parts, [...first.projects, 'split off']),
      ]
      expect(after <= first.most).toBe(true)
      if (whole.full.some(({ name }) => name === first.name))
        expect([before, after]).toEqual([first.most, first.most])
    })
  })
})
/** The levels λ and λ_s as exact fractions: the level of a sum of min( λ × weight, most ) lies between two of its breakpoints. */
function levels({ budget, weights, cap, own, ...given }: Case): readonly bigint[] {
  type Bend = (level: Ratio) => Ratio
  const ENDLESS = ratio(10n ** 30n)
  const mosts = NAMES.map(name =>
    [cap, own[name] ?? null].reduce<bigint | null>(
      (low, most) => (most === null || (low !== null && low < most) ? low : most),
      null,
    ),
  )
  const mine = NAMES.map(
    (_, index): Bend =>
      level => {
        const [most, part] = [mosts[index] ?? null, mulRatio(level, ratio(weights[index] ?? 0n))]
        return most === null ? part : minRatio(part, ratio(most))
      },
  )
  const bends = NAMES.flatMap((_, index) => {
    const most = mosts[index] ?? null
    return most === null || !weights[index] ? [] : [ratio(most, weights[index])]
  })
  /** The level at which a sum of bends is an amount; endless where it never is. */
  const levelAt = (amount: bigint, parts: readonly Bend[], breaks: readonly Ratio[]): Ratio => {
    const at = (level: Ratio) => sumRatios(ZERO, ...parts.map(part => part(level)))
    const sorted = [ZERO, ...breaks, ENDLESS].sort(compareRatios)
    const end = sorted.findIndex(level => compareRatios(at(level), ratio(amount)) > 0)
    if (end < 0) return ENDLESS
    if (end === 0) return ZERO
    const [low, high] = [sorted[end - 1] ?? ZERO, sorted[end] ?? ZERO]
    const [from, to] = [at(low), at(high)]
    const part = subtract(ratio(amount), from)
    const slope = subtract(to, from)
    const width = subtract(high, low)
    return addRatio(low, ratio(part.num * slope.den * width.num, part.den * slope.num * width.den))
  }
  const limits = limitsOf({ budget, weights, cap, own, ...given })
  const ownLevels = limits.map(({ projects, most }) =>
    levelAt(
      most,
      mine.filter((_, index) => projects.includes(NAMES[index] ?? '')),
      bends,
    ),
  )
  const bounded = NAMES.map(
    (name, index): Bend =>
      level => {
        const limit = limits.findIndex(({ projects }) => projects.includes(name))
        return (mine[index] as Bend)(limit < 0 ? level : minRatio(level, ownLevels[limit] as Ratio))
      },
  )
  const level = levelAt(budget, bounded, [...bends, ...ownLevels])
  return bounded.map(part => floor(part(level)))
}

const subtract = (a: Ratio, b: Ratio): Ratio => addRatio(a, { num: -b.num, den: b.den })

/** How a budget was shared out before several projects could share a limit. */
function simple(budget: bigint, parties: readonly Weighted[], { cap, own = {}, minimum, dust }: ShareRules) {
  const most = (name: string) => {
    const limit = own[name] ?? null
    return cap === null || (limit !== null && limit < cap) ? limit : cap
  }
  const capped = new Map<string, bigint>()
  let rest = budget
  let sharing = parties.filter(({ weight }) => weight.hi > 0n)
  const steps: object[] = []
  for (;;) {
    const whole = sum(sharing.map(({ weight }) => weight.lo))
    const over = sharing.filter(({ name, weight }) => {
      const limit = most(name)
      return limit !== null && rest * weight.lo > limit * whole
    })
    const below = over.length > 0 ? [] : sharing.filter(({ weight }) => minimum * whole > rest * weight.lo)
    const [names, dropped] = [over, below].map(list => list.map(({ name }) => name)) as [string[], string[]]
    steps.push({ shared: rest, parties: sharing.length, capped: names, dropped })
    if (over.length + below.length === 0) break
    for (const { name } of over) {
      capped.set(name, most(name) ?? 0n)
      rest -= most(name) ?? 0n
    }
    sharing = sharing.filter(({ name }) => !names.includes(name) && !dropped.includes(name))
  }
  const shared = new Map(apportion(rest, sharing, dust).map(({ name, amount }) => [name, amount]))
  const parts = parties.map(({ name }) => ({ name, amount: capped.get(name) ?? shared.get(name) ?? 0n }))
  return { parts, dust: parts.reduce((left, { amount }) => left - amount, budget), steps }
}
