import { RegenError } from '../../primitives/errors.ts'
import { BACKING_EXCEEDS_SUPPLY, STATE_INCOMPLETE } from '../../primitives/errorTable.ts'
import { M014_STATES, type M014State } from '../../primitives/m014States.ts'
import { type Ratio, ZERO } from '../../primitives/ratio.ts'
import { checkParameter } from './bounds.ts'
import type { Multiplier, SupplyParams } from './params.ts'
import type { SupplyState } from './state.ts'

/** @see SPEC M012, Supply Algorithm, Phase-gated behavior */
const PHASE_GATE: { readonly [state in M014State]: 'staking' | 'max' | 'stability' } = {
  INACTIVE: 'staking',
  TRANSITION: 'max',
  ACTIVE: 'stability',
  EQUILIBRIUM: 'stability',
}

/**
 * The share that stands behind the multiplier, K / S, exact and 0 to 1; not in lowest terms.
 *
 *     effective_multiplier = 1 + K / S        staking_multiplier, stability_multiplier or the larger of both
 *     K = S_staked | max(S_staked, S_stability) | S_stability        by m014.state: INACTIVE | TRANSITION | ACTIVE, EQUILIBRIUM
 *
 * Validator participation stands in for K / S as active / max_validators. 0 when S is 0 and when the multiplier is off;
 * a K above S is an error, or with aboveSupply `cut` as much as S.
 *
 * @example
 * backingShare(supplyState, 'phase-gated') // { num: 100000000000000n, den: 200000000000000n }
 * backingShare(supplyState, 'stability') // { num: 0n, den: 200000000000000n }
 */
export function backingShare(
  state: SupplyState,
  multiplier: Multiplier,
  aboveSupply: SupplyParams['aboveSupply'] = 'error',
): Ratio {
  const { supply, staked, stabilityCommitted, m014Phase, validators } = state
  checkParameter('multiplier', multiplier)
  if (!M014_STATES.includes(m014Phase)) throw unusable('m014Phase', m014Phase, M014_STATES.join(' or '))
  const backing = multiplier === 'phase-gated' ? PHASE_GATE[m014Phase] : multiplier
  if (backing === 'none') return ZERO
  if (backing === 'validator-participation') {
    if (!validators) throw unusable('validators', 'missing', 'how many are active, of how many')
    return shareOf(backing, BigInt(validators.active), BigInt(validators.max))
  }
  const larger = staked > stabilityCommitted ? staked : stabilityCommitted
  const amount = { staking: staked, stability: stabilityCommitted, max: larger }[backing]
  return shareOf(backing, aboveSupply === 'cut' && amount > supply ? supply : amount, supply)
}

/** With M014 ACTIVE proof of stake is off: S_staked of the economy is then 0, whoever says what. @see SPEC M012, Supply Algorithm */
export const isStakeOff = (m014: M014State): boolean => m014 === 'ACTIVE' || m014 === 'EQUILIBRIUM'

function shareOf(what: Multiplier, backing: bigint, whole: bigint): Ratio {
  if (backing < 0n || backing > whole) throw new RegenError(BACKING_EXCEEDS_SUPPLY, { what, backing, whole })
  return whole === 0n ? ZERO : { num: backing, den: whole }
}

const unusable = (field: string, got: string, wanted: string) =>
  new RegenError(STATE_INCOMPLETE, { field, got, wanted })
