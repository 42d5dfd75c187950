import type { M012Phase } from '../../mechanisms/m012-fixed-cap-dynamic-supply/changes/phase.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { mulRatio, type Ratio, ratio, ZERO } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/**
 * At most what one uregen burned lets be minted in the same period as inflow of the community pool: above 0 only where burns count
 * at once (`burnTiming: immediate`) and the mint counts as inflow.
 *
 *     M = r·(C − S)(1 + K/S),   −dM/dS = r·( 1 + K/S + (C − S)K/S² ) ≤ r·(1 + C/S)        K ≤ S
 *
 * With r_base × max(1, ecoMax) for r, and for S a quarter of what there is: nobody burns three quarters of it.
 */
export function mintedPerBurn(
  { burnTiming, burnKind, countMintAsInflow, mintRecipient, baseRate, ecoMax, hardCap }: PolicyConfig['m012'],
  { supply, phase }: { supply: Uregen; phase: M012Phase },
): Ratio {
  const mints = phase === 'DYNAMIC' || phase === 'EQUILIBRIUM'
  const counts = countMintAsInflow && mintRecipient.kind === 'community-pool'
  if (burnTiming !== 'immediate' || burnKind === 'reserve' || !counts || !mints || supply === 0n) return ZERO
  const rate = mulRatio(baseRate, ecoMax.num > ecoMax.den ? ecoMax : ratio(1n))
  return mulRatio(rate, ratio(supply + 4n * hardCap, supply))
}
