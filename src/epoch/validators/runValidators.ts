import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import type { ValidatorAction } from '../../mechanisms/m014-authority-validator-governance/migration/actions.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { compensationDistributed } from '../../mechanisms/m014-authority-validator-governance/records.ts'
import type { PerformanceRecord } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  type Composition,
  checkComposition,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import {
  powerUpdates,
  type ValidatorPower,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/powerUpdates.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type Movement, move } from '../books/movements.ts'
import { depositTo } from '../books/movePools.ts'
import type { EpochStep } from '../clocks.ts'
import type { EpochParams } from '../epochParams.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import { m014StateOf } from '../phases/m014StateOf.ts'
import type { EpochAlert } from '../report/alerts.ts'
import type { EpochEvent } from '../report/epochReport.ts'
import type { RewardClock } from '../state/epochClocks.ts'
import type { EpochState } from '../state/epochState.ts'
import { electorateOf } from './electorateOf.ts'
import { paidBy } from './paidBy.ts'
import { type DenomPay, payValidators } from './payValidators.ts'
import { validatorAlerts } from './validatorAlerts.ts'
import { validatorSet } from './validatorSet.ts'

export type ValidatorRun = {
  readonly validators: readonly AuthorityValidator[]
  readonly escrow: EpochState['escrow']
  readonly pools: PoolBalances
  readonly pays: readonly DenomPay[]
  /** All that validators earned in uregen, escrow included. */
  readonly paid: Uregen
  /** The distribution period with what this step adds to it. */
  readonly clock: RewardClock
  readonly composition: Composition
  readonly performance: readonly PerformanceRecord[]
  readonly actions: readonly ValidatorAction[]
  readonly power: readonly (readonly ValidatorPower[])[]
  readonly movements: readonly Movement[]
  readonly alerts: readonly EpochAlert[]
  readonly events: readonly EpochEvent[]
}

/**
 * M014 on the validator fund: when the distribution period ends, whoever served in it is paid for that time.
 *
 * While M014 is INACTIVE the fund only grows.
 */
export function runValidators(
  state: EpochState,
  {
    inputs,
    policy,
    params,
    step: { start, end, m015 },
    clock: opening,
    inflow,
  }: {
    inputs: EpochInputs
    policy: PolicyConfig
    params: EpochParams
    step: EpochStep
    clock: RewardClock
    inflow: readonly Coin[]
  },
): ValidatorRun {
  const { period, phases } = state
  const rules = params.validators
  const m014 = m014StateOf(phases)
  const set = validatorSet(state, inputs.validators, {
    period,
    start,
    end,
    clock: opening,
    params: rules,
    electorate: electorateOf(state, policy),
  })
  const pools = depositTo(state.pools, 'validator', set.forfeited)
  const running = m014 !== 'INACTIVE'
  const clock: RewardClock = {
    ...opening,
    inflow: { ...opening.inflow, validator: sumCoins([...opening.inflow.validator, ...inflow]) },
    served: set.served,
    scores: withScores(opening.scores, set.performance),
    left: [...opening.left, ...set.left],
  }
  const pay = m015.ends
    ? payValidators({
        pools,
        escrow: set.escrow,
        inflow: clock.inflow.validator,
        paid: paidBy(set.validators, clock, rules),
        denoms: running ? paidDenoms(pools, policy) : [],
        start: clock.start,
        end,
        params: rules,
      })
    : { pools, escrow: set.escrow, pays: [], movements: [], alerts: [] }
  const { validators } = set
  const composition = checkComposition(validators, rules)
  const inRegen = pay.pays.find(({ denom }) => denom === 'uregen')
  return {
    validators,
    escrow: pay.escrow,
    pools: pay.pools,
    pays: pay.pays,
    paid: inRegen?.compensation.paid ?? (0n as Uregen),
    clock,
    composition,
    performance: set.performance,
    actions: set.actions,
    power: powerBlocks(state.validators, validators, rules),
    movements: [
      ...set.forfeited.flatMap(({ denom, amount }) =>
        move('validator escrow', 'validator fund', amount, 'forfeited by an early exit', denom),
      ),
      ...pay.movements,
    ],
    alerts: [...pay.alerts, ...validatorAlerts(set, composition, { start, end, m014, params: rules })],
    events: [
      ...set.events,
      ...(inRegen
        ? [compensationDistributed(BigInt(period), inRegen.payout as Uregen, inRegen.compensation)]
        : []),
    ],
  }
}

/** The scores of a distribution period: the last one of each validator. */
const withScores = (
  before: RewardClock['scores'],
  performance: readonly PerformanceRecord[],
): RewardClock['scores'] => [
  ...before.filter(({ address }) => performance.every(measured => measured.address !== address)),
  ...performance.map(({ address, score }) => ({ address, score })),
]

/** uregen, and with another `distribution` than `regen` whatever else the fund holds. */
const paidDenoms = (pools: PoolBalances, { m013 }: PolicyConfig): readonly string[] => [
  'uregen',
  ...(m013.distribution.kind === 'regen'
    ? []
    : pools.validator.coins.map(({ denom }) => denom).filter(denom => denom !== 'uregen')),
]

const POWER = 1_000_000n

/** How the power of the set changes, block by block: everybody who serves has the same. */
function powerBlocks(
  before: readonly AuthorityValidator[],
  after: readonly AuthorityValidator[],
  { maxPowerChange }: ValidatorParams,
): readonly (readonly ValidatorPower[])[] {
  const powerOf = (validators: readonly AuthorityValidator[]): readonly ValidatorPower[] =>
    validators.filter(isServing).map(({ address }) => ({ address, power: POWER }))
  const [from, to] = [powerOf(before), powerOf(after)]
  if (from.length === 0 || to.length === 0) return from.length === to.length ? [] : [to]
  return powerUpdates(from, to, maxPowerChange)
}
