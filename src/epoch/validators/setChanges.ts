import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import {
  powerUpdates,
  type ValidatorPower,
} from '../../mechanisms/m014-authority-validator-governance/powerUpdates.ts'
import type { PerformanceRecord } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validator.ts'
import type { EpochAlert } from '../report/alerts.ts'

/** What AGENT-004 reports: who is below `min_uptime`, and what was measured under a name that nothing weighs. */
export const performanceAlerts = (
  performance: readonly PerformanceRecord[],
  { weights, minUptime }: ValidatorParams,
): readonly EpochAlert[] =>
  performance.flatMap(({ address, status, metrics }): readonly EpochAlert[] => {
    const ignored = Object.keys(metrics).filter(name => name !== 'uptime' && !Object.hasOwn(weights, name))
    const uptime = metrics['uptime']
    return [
      ...(status === 'below' && uptime
        ? [{ code: 'PROBATION_RECOMMENDED', address, uptime, minUptime } as const]
        : []),
      ...ignored.map(metric => ({ code: 'METRIC_IGNORED', address, metric }) as const),
    ]
  })

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
