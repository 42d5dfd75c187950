import {
  type PricedRoute,
  WASH_ROUTES,
} from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import type {
  BreakEven,
  RouteVerdict,
} from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/washTradeBreakEven.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { profitBounds } from './attackProfit.ts'
import type { HonestPeriod, HonestUnder } from './honestPeriod.ts'
import { judgeRoute, type RouteJudgement } from './judgeRoute.ts'
import { MITIGATIONS, type Mitigation } from './mitigations.ts'
import { type WashGround, washGround } from './washGround.ts'
import { breakEvenOf, type WashTerms, washTerms } from './washTerms.ts'

/** A route and what it comes to: φ, ω and ρ_w of the formulas, and the verdict on whole volumes. */
export type WashVerdict = PricedRoute & Pick<RouteVerdict, 'rho'> & RouteJudgement

/** The verdict on a period: k and ρ_h of the formulas, and every route. */
export type WashVerdicts = Pick<BreakEven, 'k' | 'honestRho'> & {
  readonly routes: readonly WashVerdict[]
  /** A credited message of the least value owes nothing: any number of them is free, whatever the routes say. */
  readonly freeScore: boolean
  /** No route pays: invariant 4 holds for this policy and this period. Null: none is known to pay, and not all are known to lose. */
  readonly sybilResistant: boolean | null
}

/** A mitigation, and the same period with it on. Its `best` is any volume that pays. */
export type MitigatedWash = Pick<Mitigation, 'name' | 'knob' | 'setting' | 'note'> & {
  readonly breakEven: WashVerdicts
  /** With it on, no route pays; null where that is not known. */
  readonly everyRouteLoses: boolean | null
}

/** Whether trading with oneself would have paid in a period, and what would stop it. */
export type WashReport = {
  readonly honest: WashTerms['honest']
  readonly breakEven: WashVerdicts
  readonly mitigations: readonly MitigatedWash[]
}

/**
 * Sybil Resistance (M015, invariant 4) is not a theorem: this computes when it fails, for one period under one policy.
 *
 *     a route pays when k·ρ_h > ρ_w        ρ_h: honest fees for each point of score; ρ_w: the attacker’s
 *
 * That is the rule without minimum, floors, caps and least values; the verdict on each route is of whole uregen, with all of them, under every
 * knob: what `runEpoch` pays when `washAttack` is put to the period. Then, for each mitigation, the same with its knob turned on: a period given as
 * `honestRun` is run anew, one given as it was keeps what others did. Mitigations that M015 does not have are looked at by the rule alone.
 *
 * @example
 * ```ts
 * import { parsePolicy } from 'regen-fees/policy'
 * import { honestRun, parseEpochInputs, parseEpochState, washTrading } from 'regen-fees/epoch'
 *
 * const state = parseEpochState({
 *   time: '2027-01-01T00:00:00Z',
 *   supply: { supply: '220000000000000' },
 *   phases: { m012: { phase: 'DYNAMIC' }, m013: { phase: 'VALUE_BASED' }, m014: 3, m015: 'DISTRIBUTING' },
 * })
 * const inputs = parseEpochInputs({ volumes: [{ txType: 'CreditIssuance', value: '1000000000000' }] })
 * const { breakEven } = washTrading(parsePolicy({}), honestRun(state, inputs))
 * console.log(breakEven.sybilResistant) // false
 * ```
 */
export function washTrading(policy: PolicyConfig, honest: HonestPeriod | HonestUnder): WashReport {
  const under = typeof honest === 'function' ? honest : () => honest
  const period = under(policy)
  return {
    honest: washTerms(policy, period).honest,
    breakEven: washVerdicts(policy, period),
    mitigations: MITIGATIONS.map(({ name, knob, setting, note, apply }) => {
      const { policy: turned, assumptions } = apply(policy)
      const breakEven =
        knob === null
          ? byTheRule(washTerms(turned, period, assumptions))
          : judge(turned, under(turned), false)
      return { name, knob, setting, note, breakEven, everyRouteLoses: breakEven.sybilResistant }
    }),
  }
}

/** The verdict on every route for one period under one policy: the heart of `washTrading`, without its mitigations. */
export const washVerdicts = (policy: PolicyConfig, period: HonestPeriod): WashVerdicts =>
  judge(policy, period, true)

/** The verdict on every route, in whole uregen. */
function judge(policy: PolicyConfig, period: HonestPeriod, full: boolean): WashVerdicts {
  const terms = washTerms(policy, period)
  const { k, honestRho, routes: byRule } = breakEvenOf(terms)
  const ground = washGround(policy, period)
  const routes = WASH_ROUTES.map((route, index): WashVerdict => {
    const { name, feesPerVolume, scorePerVolume, rho, best } = byRule[index] as RouteVerdict
    return {
      name,
      feesPerVolume,
      scorePerVolume,
      rho,
      ...judgeRoute(route, ground, { guess: best?.volume ?? null, full }),
    }
  })
  const free = isFree(ground)
  return { k, honestRho, routes, freeScore: free, sybilResistant: free ? false : resistant(routes) }
}

const byTheRule = (terms: WashTerms): WashVerdicts => ({ ...breakEvenOf(terms), freeScore: false })

const resistant = (routes: readonly WashVerdict[]): boolean | null =>
  routes.every(({ verdict }) => verdict === 'loss')
    ? true
    : routes.some(({ verdict }) => verdict === 'profit' || verdict === 'unlimited')
      ? false
      : null

/** Whether somebody can be credited again and again for nothing, while there is something to earn. */
function isFree(ground: WashGround): boolean {
  const { minActivityValue } = ground.params
  const volume = (minActivityValue > 0n ? minActivityValue : 1n) as Uregen
  return WASH_ROUTES.some(route => {
    const { cost, pool } = profitBounds({ route, volume }, ground)
    const { rewardCapPerOwnFees: cap, scoreBasis } = ground.params
    const scores = scoreBasis === 'value' && cap === null && cost.contributions.length > 0
    return scores && ground.period.distributing && cost.fee === 0n && pool > 0n
  })
}
