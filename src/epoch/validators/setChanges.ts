import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import type { PerformanceRecord } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  powerUpdates,
  type ValidatorPower,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/powerUpdates.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { EpochAlert } from '../report/alerts.ts'

/** What AGENT-004 reports: who is below `min_uptime`, and what was measured under a name that nothing weighs. */
export const performanceAlerts = (
  performance: readonly PerformanceRecord[],
  { weights, minUptime }: ValidatorParams,
): readonly EpochAlert[] => {
  const alerts: EpochAlert[] = []
  for (const { address, status, metrics } of performance) {
    const uptime = metrics['uptime']
    if (status === 'below' && uptime)
      alerts.push({ code: 'PROBATION_RECOMMENDED', address, uptime, minUptime })
    for (const metric of Object.keys(metrics))
      if (metric !== 'uptime' && !Object.hasOwn(weights, metric))
        alerts.push({ code: 'METRIC_IGNORED', address, metric })
  }
  return alerts
}

const POWER = 1_000_000n

/** How the power of the set changes, block by block: everybody who serves has the same. */
export function powerBlocks(
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
