import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { splitInflow } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { HonestPeriod } from './honestPeriod.ts'

/** The activity pool in uregen when the community pool receives so much beside what everybody else brings. */
export function poolWith(
  extra: bigint,
  { community, beside, carriedIn, tier }: HonestPeriod,
  { params, autoInflow }: { params: RewardConfig; autoInflow: 'all-fees' | 'scored-fees' },
): Uregen {
  const fees = autoInflow === 'all-fees' ? community.all : community.scored
  const inflow = (fees + beside + extra) as Uregen
  const { auto } = splitInflow(inflow, params)
  const cap = mulFloor(params.stabilityCapBase === 'inflow' ? inflow : auto, params.maxStabilityShare)
  const stability = 'share' in tier ? mulFloor(auto, tier.share) : least(tier.due, cap, auto)
  return (auto - stability + carriedIn) as Uregen
}

const least = (...amounts: readonly Uregen[]): Uregen => amounts.reduce((a, b) => (a < b ? a : b))
