import type { FeeConfig, Pool } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import { RegenError } from '../primitives/errors.ts'
import { PHASES_IMPOSSIBLE } from '../primitives/errorTable.ts'
import { m014StateOf } from './phases/m014StateOf.ts'
import type { EpochPhases } from './state/epochState.ts'

/**
 * Refuses phases that cannot be together.
 *
 *     M012 DYNAMIC, EQUILIBRIUM    need M013 on: it feeds the burn
 *     M014 ACTIVE, EQUILIBRIUM     need a validator fund: M013 on, with a validator share above 0
 *     M015 DISTRIBUTING            needs M013 on: it feeds the community pool; and M014 begun: with M013 alone it only tracks
 *
 *     M014 ACTIVE, EQUILIBRIUM      end the inflation of x/mint: no inflationary fallback
 *
 * @see SPEC, Cross-Mechanism Dependencies
 */
export function requirePossible(
  phases: EpochPhases,
  { shares }: { shares: Pick<FeeConfig['shares'], Pool> },
  inflation = 0n,
): void {
  const { m012, m013, m015 } = phases
  const m014 = m014StateOf(phases)
  const feesOn = m013.phase !== 'FLAT_GAS'
  const need = (holds: boolean, combination: string, needs: string) => {
    if (!holds) throw new RegenError(PHASES_IMPOSSIBLE, { combination, needs })
  }
  if (m012.phase === 'DYNAMIC' || m012.phase === 'EQUILIBRIUM')
    need(feesOn, `M012 ${m012.phase} and M013 ${m013.phase}`, 'the burn share of M013’s fees')
  if (m014 === 'ACTIVE' || m014 === 'EQUILIBRIUM') {
    need(inflation === 0n, `M014 ${m014} and an inflation of ${inflation} uregen`, 'x/mint to be off')
    need(feesOn, `M014 ${m014} and M013 ${m013.phase}`, 'the validator fund that M013 feeds')
    need(shares.validator.num > 0n, `M014 ${m014} and a validator share of 0`, 'a validator fund')
  }
  if (m015 !== 'DISTRIBUTING') return
  need(feesOn, `M015 DISTRIBUTING and M013 ${m013.phase}`, 'the community pool that M013 feeds')
  need(m014 !== 'INACTIVE', `M015 DISTRIBUTING and M014 ${m014}`, 'staking rewards to be on their way out')
}
